import type { LineAnswer } from '@lotse/journeys';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCallHome, type CallHome } from './support/call-home';
import { brief } from './support/line-answer';
import { example, exampleText, json, ndjson } from './support/lotse';

jest.setTimeout(120_000);

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
      'r00001 unknown-command',
      'r00002 fields-invalid',
      'r00003 fields-invalid',
      'r00004 actor-not-allowed',
      'r00005 actor-not-allowed',
      'r00006 order-not-allowed',
      'p90 fields-invalid',
      'r00007 guards-unmet',
      'c00005 id-clash',
      'line 10 line-unreadable',
      'line 11 line-unreadable',
      'r00009 journey-unknown',
      'r00010 guards-unmet',
      'material-nul fields-invalid',
      'material-surrogate fields-invalid',
      'company-9 unknown-type',
      'company 9 fields-invalid',
      'eng-90 reference-unknown',
      'r00011 day-not-allowed',
      'r00012 guards-unmet',
      'r00013 journey-closed',
      'r00014 not-correctable',
      'r00015 version-conflict',
      'line 24 line-unreadable',
      'carrier unchanged',
    ]);
  });

  it('names command, field and remedy, and every unmet guard with who can meet it', async () => {
    const { stdout } = await home.call(['import', example('refused.jsonl')]);
    const lines = stdout.split('\n');
    expect(lines[1]).toBe(
      'line 2, command r00002: refused fields-invalid: field:data.stay: leave-for-studies: ' +
        'Remove data.stay: known here are expectedDegreeOn, stays. [candidate]',
    );
    expect(lines[7]).toMatch(/agreement-in-force: .*2025-06-30.* \| no-open-journey: .*j01/);
  });

  it('refuses a line over 1 MiB, and the repaired file completes the rest', async () => {
    const material = (id: string, title: string): string =>
      JSON.stringify({
        type: 'material',
        id,
        programme: 'kg-glass-2023',
        kind: 'course',
        title,
        on: '2025-06-02',
      });
    const [first, good] = [material('too-long', 'x'.repeat(1_048_576)), material('after-it', 'Glass')];
    const broken = await home.call(['import', '--json', fileOf('long.jsonl', `${first}\n${good}\n`)]);
    expect(broken.code).toBe(2);
    expect(ndjson<LineAnswer>(broken).map(brief)).toEqual(['line 1 line-too-long', 'after-it accepted']);

    const repaired = [material('too-long', 'x'), good].join('\n');
    const mended = await home.call(['import', '--json', fileOf('mended.jsonl', repaired)]);
    expect(mended.code).toBe(0);
    expect(ndjson<LineAnswer>(mended).map(brief)).toEqual(['too-long accepted', 'after-it unchanged']);
  });

  it('does not begin where the file cannot be read', async () => {
    const { code, stdout, stderr } = await home.call(['import', join(folder, 'absent.jsonl')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^lotse: Cannot import .*absent\.jsonl.*ENOENT.* \[file-unreadable\]\n$/);
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
    const { sheets: before } = JSON.parse(
      exampleText('kg-glass-2023/kg-glass-2023.expected.json'),
    ) as Expected;
    const { sheets: after } = JSON.parse(exampleText('corrections.expected.json')) as Expected;
    const knownBefore = new Date().toISOString();
    const corrected = await home.call(['import', '--json', example('corrections.jsonl')]);
    expect(ndjson<LineAnswer>(corrected).map(({ result }) => result)).toEqual(Array(8).fill('accepted'));
    for (const sheet of before)
      expect(json(await home.call(sheetOn(sheet.asOf, '--known-at', knownBefore)))).toMatchObject(sheet);
    for (const sheet of after) expect(json(await home.call(sheetOn(sheet.asOf)))).toMatchObject(sheet);
  });
});

interface Expected {
  readonly sheets: readonly { readonly asOf: string }[];
}

const sheetOn = (asOf: string, ...more: readonly string[]): string[] => [
  'sheet',
  '--as-of',
  asOf,
  '--format',
  'json',
  ...more,
];
