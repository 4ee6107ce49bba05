import type { FigureUnits } from '@lotse/domain';
import type { ListedJourney } from '@lotse/journeys';
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
