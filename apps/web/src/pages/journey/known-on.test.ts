import { expect, it } from 'vitest';
import type { Fact } from '../../api/types';
import { knownOn } from './known-on';

const fact = (version: number, recordedAt: string, supersededBy?: number): Fact => ({
  journey: 'j01',
  version,
  seq: version,
  kind: 'confirm-month',
  commandId: `c${version}`,
  happenedOn: '2024-06-30',
  recordedAt,
  insertedAt: recordedAt,
  insertedOn: recordedAt.slice(0, 10),
  by: { role: 'mentor' },
  submittedBy: 'anna',
  template: 'de-uni-internship-hire@1',
  data: {},
  struck: false,
  ...(supersededBy === undefined ? {} : { supersededBy }),
});
const facts = [fact(1, '2024-07-01T09:00:00.000Z', 2), fact(2, '2024-08-15T09:00:00.000Z')];

it('shows a corrected fact as it stood before the correction was known', () => {
  expect(knownOn(facts, '2024-08-14')).toEqual([fact(1, '2024-07-01T09:00:00.000Z')]);
});

it('shows both once the correction is known', () => {
  expect(knownOn(facts, '2024-08-15').map(({ supersededBy }) => supersededBy)).toEqual([2, undefined]);
});
