import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTIONS } from './actions';
import { policyPage } from './page';
import { POLICY } from './table/policy-table';
import { TOPICS } from './topics';

describe('the policy table', () => {
  it('is what docs/policy.md says: else run npm run gen:policy', () => {
    expect(readFileSync(join(__dirname, '../../../docs/policy.md'), 'utf8')).toBe(policyPage());
  });

  it('gives a reason for every row, and lets somebody take every action and see every topic', () => {
    expect(POLICY.filter(({ because }) => because.length < 10)).toEqual([]);
    const taken = new Set(POLICY.flatMap(({ may }) => may));
    expect(ACTIONS.filter((action) => !taken.has(action))).toEqual([]);
    const seen = new Set<string>(POLICY.flatMap(({ sees }) => sees));
    expect(Object.keys(TOPICS).filter((topic) => !seen.has(topic))).toEqual([]);
  });
});
