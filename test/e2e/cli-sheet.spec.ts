import type { FigureUnits } from '@lotse/domain';
import type { ListedJourney } from '@lotse/journeys';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCallHome, type CallHome } from './support/call-home';
import { example, exampleText, json } from './support/lotse';

jest.setTimeout(480_000);

/** Reading commands on the reference cohort. */
describe('lotse', () => {
  let home: CallHome;

  beforeAll(async () => {
    home = await openCallHome();
  });
  afterAll(() => home.close());

  it('says what to do while there is no programme', async () => {
    const { code, stderr } = await home.call(['sheet']);
    expect(code).toBe(2);
    expect(stderr).toBe('lotse: There is no programme yet: import one first. [programme-missing]\n');
    await home.call(['import', example('kg-glass-2023/kg-glass-2023.jsonl')]);
  });

  it('sheet --format json prints one object with every expected key', async () => {
    const expected = JSON.parse(exampleText('kg-glass-2023/kg-glass-2023.expected.json')) as {
      sheets: { asOf: string }[];
    };
    const [sheet] = expected.sheets;
    const call = await home.call(['sheet', '--as-of', '2025-06-30', '--format', 'json']);
    expect(call).toMatchObject({ code: 0, stderr: '' });
    expect(json(call)).toMatchObject(sheet ?? {});
  });

  it('sheet prints a table for people and CSV for spreadsheets', async () => {
    const { stdout: table } = await home.call([
      'sheet',
      '--programme',
      'kg-glass-2023',
      '--as-of',
      '2025-06-30',
    ]);
    expect(table).toMatch(/Contracts prepared +14 +contractsPrepared/);
    expect(table).toMatch(/Work months +75\.00 +workMonths/);
    const { stdout: csv } = await home.call(['sheet', '--as-of', '2025-06-30', '--format', 'csv']);
    expect(csv).toContain('2025-06-30,workMonths,');
    expect(csv.split('\r\n')[0]).toMatch(/^asOf,figure,/);
  });

  it('sheet --format pdf and xlsx write files, and --form alliance comes as data too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lotse-sheet-'));
    try {
      for (const [format, begins] of [
        ['pdf', '%PDF-1.7'],
        ['xlsx', 'PK'],
      ] as const) {
        const out = join(folder, `sheet.${format}`);
        const call = await home.call(['sheet', '--as-of', '2025-06-30', '--format', format, '--out', out]);
        expect(call).toMatchObject({ code: 0, stdout: '', stderr: `Written: ${out}\n` });
        expect((await readFile(out)).toString('latin1', 0, begins.length)).toBe(begins);
      }
      const alliance = [
        'sheet',
        '--as-of',
        '2025-06-30',
        '--form',
        'alliance',
        '--format',
        'json',
        '--out',
        '-',
      ];
      const { sections } = json<{ sections: { numbers: { figure: string; exact: string }[] }[] }>(
        await home.call(alliance),
      );
      const numbers = sections.flatMap((section) => section.numbers);
      expect(numbers).toContainEqual(expect.objectContaining({ figure: 'workMonths', exact: '75' }));
    } finally {
      await rm(folder, { recursive: true });
    }
    expect(await home.call(['sheet', '--form', 'alliance'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[option-clash]'),
    });
  });

  it('record enters, shows and lists what a programme does beside journeys', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lotse-record-'));
    const programme = ['--programme', 'kg-glass-2023'];
    try {
      const file = join(folder, 'event.json');
      await writeFile(
        file,
        JSON.stringify({ kind: 'course', title: 'Deutsch B1', on: '2024-01-05', hours: 7.5 }),
      );
      const enter = ['record', 'event', 'course-1', file, ...programme];
      expect((await home.call(enter)).stdout).toBe('event course-1: accepted (version 1)\n');
      expect((await home.call(enter)).stdout).toBe('event course-1: unchanged (version 1)\n');
      expect((await home.call(['record', 'event', ...programme])).stdout).toMatch(/course-1 +1 .*Deutsch B1/);
      await writeFile(file, '{"kind": "party"}');
      expect(await home.call(enter)).toMatchObject({ code: 2 });
      expect(await home.call(['record', 'trip', 'none', ...programme])).toMatchObject({ code: 2 });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('sheet --explain lists exactly the six people behind the contracts of January with their evidence', async () => {
    const explain = ['sheet', '--as-of', '2025-01-31', '--explain', 'contractsPrepared'];
    const units = json<FigureUnits>(await home.call([...explain, '--json']));
    expect(units.units.map(({ unit, evidence }) => [unit, evidence.map((fact) => fact.evidence)])).toEqual(
      ['1', '2', '3', '4', '5', '6'].map((n) => [`p0${n}`, [`ct-j0${n}`]]),
    );
    const { stdout: table } = await home.call(explain);
    expect(table.match(/^p\d\d .*prepare-contract on 2025-01-\d\d.*: ct-j\d\d$/gm)).toHaveLength(6);
    const { stdout: csv } = await home.call([...explain, '--format', 'csv']);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(7);
  });

  it.each([
    [['--as-of', '2025-02-30'], 'as-of-invalid'],
    [['--known-at', 'yesterday'], 'known-at-invalid'],
    [['--programme', 'other'], 'programme-unknown'],
    [['--explain', 'contracts'], 'figure-unknown'],
  ])('sheet %j is refused with %s', async (args, problem) => {
    const { code, stdout, stderr } = await home.call(['sheet', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^lotse: .+ \\[${problem}\\]\n$`));
  });

  it('journey list names ids and codes, narrowed by stage and status', async () => {
    const journeys = json<ListedJourney[]>(await home.call(['journey', 'list', '--json']));
    expect(journeys.map(({ id }) => id)).toEqual(
      Array.from({ length: 15 }, (_, n) => `j${String(n + 1).padStart(2, '0')}`),
    );
    const closed = await home.call(['journey', 'list', '--status', 'closed']);
    expect(closed.stdout.split('\n').slice(2)).toEqual([
      expect.stringMatching(/^j15 +kg-glass-2023 +EVA +internship +closed +33$/),
      '',
    ]);
    expect(json(await home.call(['journey', 'list', '--stage', 'NOM', '--json']))).toEqual([]);
  });

  it('journey show tells the stage, what can be done next and what has happened', async () => {
    const { stdout } = await home.call(['journey', 'show', 'j01']);
    expect(stdout).toContain('Journey j01: stage RET (contract), open, version 38');
    expect(stdout).toMatch(/^company +.*offer-contract ct-j01/m);
    expect(stdout).toMatch(/38 +2025-01-20 +prepare-contract +company +company-1 +c00038/);
    expect(json(await home.call(['journey', 'show', 'j01', '--json']))).toMatchObject({
      id: 'j01',
      timeline: expect.any(Array),
    });
  });

  it('journey show of an unknown journey ends with 2', async () => {
    const { code, stderr } = await home.call(['journey', 'show', 'j99']);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'lotse: There is no journey j99. List those there are with: lotse journey list [journey-unknown]\n',
    );
  });
});
