import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asvsPage, requirements } from '../../tools/asvs-page';

const ROOT = join(__dirname, '../..');

describe('the sheet of ASVS 5.0', () => {
  const all = requirements(ROOT);

  it('has each requirement of levels 1 and 2 once', () => {
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
    expect(all.filter(({ level }) => level === '1')).toHaveLength(70);
    expect(all.filter(({ level }) => level === '2')).toHaveLength(183);
  });

  it('names files that are there, and a test where it says so', () => {
    const named = all.flatMap(({ number, proof }) => proof.map((path) => `${number} ${path}`));
    expect(named.filter((one) => !existsSync(join(ROOT, one.split(' ')[1] ?? '')))).toEqual([]);
    const isTested = (path: string): boolean => path.endsWith('.spec.ts');
    expect(all.filter(({ state, proof }) => state === 'test' && !proof.some(isTested))).toEqual([]);
    expect(all.filter(({ state, proof }) => state === 'argument' && proof.length === 0)).toEqual([]);
  });

  it('is what docs/security/asvs.md says: else run npm run gen:asvs', () => {
    expect(readFileSync(join(ROOT, 'docs/security/asvs.md'), 'utf8')).toBe(asvsPage(all));
  });
});
