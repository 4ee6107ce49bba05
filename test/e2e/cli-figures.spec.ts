import type { Comparison } from '@lotse/reports';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPng } from '../files/build-images';
import { buildPdf } from '../files/build-pdf';
import { callInProcess } from './support/call-in-process';
import { openCallHome, type CallHome } from './support/call-home';
import { example, json } from './support/lotse';

jest.setTimeout(480_000);

/** What differs between two moments, and what auditors see in place of a document, on the command line. */
describe('lotse', () => {
  let home: CallHome;
  const folder = mkdtempSync(join(tmpdir(), 'lotse-figures-'));
  beforeAll(async () => {
    home = await openCallHome(callInProcess);
    const { code, stderr } = await home.call(['import', example('kg-glass-2023/kg-glass-2023.jsonl')]);
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  });
  afterAll(async () => {
    await home.close();
    rmSync(folder, { recursive: true });
  });

  const compare = ['figures', 'compare', '--before-as-of', '2025-01-31', '--as-of', '2025-06-30'];
  const contracts = [...compare, '--indicator', 'contractsPrepared'];

  it('figures compare names each unit that made a difference, and the fact behind it', async () => {
    const { differences } = json<Comparison>(await home.call([...contracts, '--json']));
    expect(differences).toMatchObject([{ indicator: 'contractsPrepared', before: '6', after: '14' }]);
    const units = differences[0]?.units ?? [];
    expect(units.map(({ before, after }) => [before, after])).toEqual(Array(8).fill(['0', '1']));
    for (const { because } of units) expect(because).toMatchObject([{ kind: 'prepare-contract' }]);
    const { stdout } = await home.call(contracts);
    expect(stdout).toMatch(/^contractsPrepared +6 +14/m);
    expect(
      stdout.match(/^ +p\d\d +0 +1 +prepare-contract on 2025-0\d-\d\d \(j\d\d\/\d+\), recorded /gm),
    ).toHaveLength(8);
  });

  it('figures compare says so where nothing differs, and names nobody to those who may see none', async () => {
    const same = ['figures', 'compare', '--as-of', '2025-06-30', '--known-at', '2026-01-01'];
    expect((await home.call(same)).stdout).toMatch(/^Nothing differs between 2025-06-30, known at /);
    const { differences } = json<Comparison>(await home.call([...contracts, '--suppressed', '--json']));
    expect(differences).toEqual([{ indicator: 'contractsPrepared', before: '6', after: '14' }]);
    expect(await home.call([...compare, '--indicator', 'happiness'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[indicator-unknown]'),
    });
  });

  it('sample redact names pictures for a document, which a second person approves', async () => {
    const [pdf, page] = [join(folder, 'Договор.pdf'), join(folder, 'page-1.png')];
    writeFileSync(pdf, buildPdf());
    writeFileSync(page, buildPng());
    for (const [path, id] of [
      [pdf, 'contract'],
      [page, 'contract-p1'],
    ] as const)
      expect(await home.call(['file', 'put', 'j01', path, '--topic', 'contract', '--id', id])).toMatchObject({
        code: 0,
      });
    const redact = ['sample', 'redact', 'redaction-1'];
    const named = [...redact, '--by', 'coordinator-1', '--file', 'contract', '--pages', 'contract-p1'];
    expect((await home.call(named)).stdout).toBe(
      'proposed. redaction-1: 1 pages for contract, waits for a second person\n',
    );
    expect(await home.call([...redact, '--by', 'coordinator-1', '--approve'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[redaction-second-person]'),
    });
    expect(json(await home.call([...redact, '--by', 'coordinator-2', '--approve', '--json']))).toMatchObject({
      result: 'approved',
      redaction: { file: 'contract', proposedBy: 'coordinator-1', approvedBy: 'coordinator-2' },
    });
    expect(await home.call([...redact, '--by', 'coordinator-2'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[option-clash]'),
    });
  });
});
