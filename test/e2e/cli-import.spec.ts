import type { LineAnswer } from '@lotse/journeys';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCallHome, type CallHome } from './support/call-home';
import { brief } from './support/line-answer';
import { example, exampleText, json, ndjson } from './support/lotse';

jest.setTimeout(480_000);

const REFERENCE = 'kg-glass-2023/kg-glass-2023.jsonl';

describe('lotse import', () => {
  let home: CallHome;
  const folder = mkdtempSync(join(tmpdir(), 'lotse-lines-'));
  const fileOf = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  beforeAll(async () => (home = await openCallHome()));
  afterAll(async () => {
    await home.close();
    rmSync(folder, { recursive: true });
  });

  it('answers each line of the reference cohort, to a reader that has gone away too, and ends with 0', async () => {
    const half = exampleText(REFERENCE).split('\n').slice(0, 300).join('\n');
    const unheard = await home.call(['import', '-'], { input: half, deaf: true });
    expect(unheard).toMatchObject({ code: 0, stdout: '' });

    const { code, stdout, stderr } = await home.call(['import', example(REFERENCE)]);
    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines).toHaveLength(661);
    expect(lines[0]).toBe('line 1, programme kg-glass-2023: unchanged (version 1)');
    expect(lines[299]).toMatch(/^line 300, command c\d+: repeated/);
    expect(lines[660]).toBe('line 661, command c00536: accepted (version 39)');
    expect(stderr).toBe('661 lines: 361 accepted, 208 repeated, 92 unchanged, 0 refused\n');
  });

  it('takes nothing twice and says so for machines', async () => {
    const again = await home.call(['import', '--json', example(REFERENCE)]);
    expect(again).toMatchObject({
      code: 0,
      stderr: '661 lines: 0 accepted, 569 repeated, 92 unchanged, 0 refused\n',
    });
    const answers = ndjson<LineAnswer>(again);
    expect(answers).toHaveLength(661);
    expect(answers[0]).toEqual({
      line: 1,
      type: 'programme',
      id: 'kg-glass-2023',
      result: 'unchanged',
      version: 1,
    });
    expect(answers[660]).toMatchObject({ type: 'command', id: 'c00536', result: 'repeated' });
  });

  it('refuses each kind of bad line with its code, goes on after it and ends with 2', async () => {
    const refused = await home.call(['import', '--json', example('refused.jsonl')]);
    expect(refused.code).toBe(2);
    expect(ndjson<LineAnswer>(refused).map(brief)).toEqual([
      'bad-01 unknown-command',
      'bad-02 fields-invalid',
      'bad-03 fields-invalid',
      'bad-04 fields-invalid',
      'bad-05 fields-invalid',
      'bad-06 fields-invalid',
      'bad-07 actor-not-allowed',
      'bad-08 actor-not-allowed',
      'bad-09 order-not-allowed',
      'bad-10 guards-unmet',
      'bad-11 day-not-allowed',
      'c00002 id-clash',
      'line 13 line-unreadable',
      'line 14 line-unreadable',
      'line 15 line-unreadable',
      'bad-16 unknown-type',
      'bad-17 journey-unknown',
      'bad-18 reference-unknown',
      'bad-19 fields-invalid',
      'bad-20 fields-invalid',
      'bad-21 guards-unmet',
      'bad-22 version-conflict',
    ]);
  });

  it('names command, field and remedy, and every unmet guard with who can meet it', async () => {
    const { stdout } = await home.call(['import', example('refused.jsonl')]);
    const lines = stdout.split('\n');
    expect(lines[1]).toBe(
      'line 2, command bad-02: refused fields-invalid: field:data.expectedDegreOn: leave-for-studies: ' +
        'Remove data.expectedDegreOn: known here are expectedDegreeOn, stays. [candidate]',
    );
    const nomination = exampleText('refused.jsonl').split('\n')[9] ?? '';
    const again = fileOf('again.jsonl', nomination.replace(/"person": "[^"]*"/, '"person": "p01"'));
    expect((await home.call(['import', again])).stdout).toMatch(
      /agreement-in-force: .* to 2025-06-30\. \[university, coordinator\] \| no-open-journey: .*j01/,
    );
  });

  it('refuses a line over 1 MiB, and the repaired file completes the rest', async () => {
    const company = (id: string, name: string): string =>
      JSON.stringify({ type: 'organisation', id, kind: 'company', name });
    const [first, good] = [company('too-long', 'x'.repeat(1_048_576)), company('after-it', 'Glass')];
    const broken = await home.call(['import', '--json', fileOf('long.jsonl', `${first}\n${good}\n`)]);
    expect(broken.code).toBe(2);
    expect(ndjson<LineAnswer>(broken).map(brief)).toEqual(['line 1 line-too-long', 'after-it accepted']);

    const repaired = [company('too-long', 'x'), good].join('\n');
    const mended = await home.call(['import', '--json', fileOf('mended.jsonl', repaired)]);
    expect(mended.code).toBe(0);
    expect(ndjson<LineAnswer>(mended).map(brief)).toEqual(['too-long accepted', 'after-it unchanged']);
  });

  it('does not begin where the file cannot be read', async () => {
    const { code, stdout, stderr } = await home.call(['import', join(folder, 'absent.jsonl')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^lotse: Cannot read .*absent\.jsonl.*ENOENT.* \[file-unreadable\]\n$/);
    expect((await home.call(['import', folder])).stderr).toContain('EISDIR');
  });

  it('makes no new master key where an old one would be needed', async () => {
    const key = join(home.folder, 'master.key');
    renameSync(key, `${key}.away`);
    const { code, stderr } = await home.call(['sheet']);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^lotse: The database holds sealed data and its master key .* is gone\. .* \[key-missing\]\n$/,
    );
    renameSync(`${key}.away`, key);
  });

  it('shows the corrections on the sheet from then on, and the sheet as it was known before', async () => {
    const { sheets } = JSON.parse(exampleText('corrections.expected.json')) as Expected;
    const before = new Date().toISOString();
    const corrected = await home.call(['import', '--json', example('corrections.jsonl')]);
    expect(ndjson<LineAnswer>(corrected).filter(({ result }) => result !== 'accepted')).toEqual([]);
    for (const { knownAt, sheet } of sheets) {
      const moment = knownAt === 'before' ? before : knownAt;
      const known = moment === 'after' ? [] : ['--known-at', moment];
      expect(json(await home.call(sheetOn(sheet.asOf, ...known)))).toMatchObject(sheet);
    }
  });
});

interface Expected {
  /** `knownAt`: an instant, or `before` or `after` the corrections were imported. */
  readonly sheets: readonly { readonly knownAt: string; readonly sheet: { readonly asOf: string } }[];
}

const sheetOn = (asOf: string, ...more: readonly string[]): string[] => [
  'sheet',
  '--as-of',
  asOf,
  '--format',
  'json',
  ...more,
];
