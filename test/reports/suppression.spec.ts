import { addDays } from '@lotse/domain';
import { Figures, type FigureTable } from '@lotse/reports';
import { attack, type AttackReport } from './attack/attack';
import type { Ask } from './attack/attack-options';
import { comparing } from './attack/elsewhere';
import { BEGINS, INDICATORS, randomProgramme, SHARES } from './attack/random-programme';
import { SmallProgramme, SPELLS, type SmallPerson } from './attack/small-programme';

const TODAY = '2024-09-30';
const DAYS = Array.from({ length: 7 }, (_, index) => addDays(BEGINS, index * 60 + 29));

const attackOn = (programme: SmallProgramme, ask: Ask, more: object = {}): Promise<AttackReport> =>
  attack({
    programme,
    ask,
    days: DAYS,
    threshold: 5,
    indicators: INDICATORS,
    dimensions: ['gender', 'university'],
    ...more,
  });

const person = (id: number, gender: string, university: string): SmallPerson => ({
  id: `p${id}`,
  at: { gender, university, 'age-band': '18-29' },
  counts: { students: ['2023-10-02'] },
});
const group = (from: number, n: number, gender: string, university: string): SmallPerson[] =>
  Array.from({ length: n }, (_, index) => person(from + index, gender, university));

async function table(programme: SmallProgramme, query: object): Promise<FigureTable> {
  const figures = new Figures({ store: programme, programmes: programme.reader(TODAY) });
  const answer = await figures.ask({ asOf: TODAY, indicators: ['students'], ...query }, 'figures');
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}
const shown = ({ lines }: FigureTable): Record<string, string | null> =>
  Object.fromEntries(lines.map(({ at, value }) => [Object.values(at).join(' ') || 'whole', value]));

describe('a figure that leaves without access to persons', () => {
  // Scenario 22: one man at bstu.
  const programme = new SmallProgramme(
    [
      ...group(0, 6, 'female', 'bstu'),
      ...group(10, 5, 'female', 'kstu'),
      ...group(20, 1, 'male', 'bstu'),
      ...group(30, 6, 'male', 'kstu'),
    ],
    BEGINS,
    ['bstu', 'kstu'],
  );

  it('22: hides a cell of one and a second one, in the table and wherever it could be worked out', async () => {
    expect(shown(await table(programme, { by: ['gender', 'university'] }))).toEqual({
      'female bstu': '6',
      'female kstu': '5',
      'male bstu': null,
      'male kstu': null,
    });
    expect(shown(await table(programme, { by: ['gender'] }))).toEqual({ female: '11', male: '7' });
    expect(shown(await table(programme, { by: ['university'] }))).toEqual({ bstu: null, kstu: null });
  });

  it('22: is not revealed by two filters either', async () => {
    expect(shown(await table(programme, { by: [], where: { university: ['bstu'] } }))).toEqual({
      whole: null,
    });
    expect(
      shown(await table(programme, { by: [], where: { university: ['bstu'], gender: ['female'] } })),
    ).toEqual({ whole: '6' });
    expect(shown(await table(programme, {}))).toEqual({ whole: '18' });
  });

  it('tells the split of the last release, and of which moment it is', async () => {
    const { lines, asOf } = await table(programme, { asOf: '2024-02-13', by: ['gender'] });
    expect(asOf).toBe('2024-02-13');
    expect(lines.map((line) => line.asOf)).toEqual(['2023-10-31', '2023-10-31']);
  });
});

/** Persons of one gender who are nominated and selected on those days; without the second they are nominated only. */
const together = (n: number, gender: string, nominated: string, selected?: string): SmallPerson[] =>
  Array.from({ length: n }, (_, index) => ({
    id: `${gender}-${nominated}-${selected}-${index}`,
    at: { gender, university: 'bstu', 'age-band': '18-29' },
    counts: { nominated: [nominated], ...(selected === undefined ? {} : { students: [selected] }) },
  }));

describe('tables of several indicators and moments', () => {
  const days = ['2023-12-31', '2024-01-31', '2024-02-29'];
  const reconstructed = async (
    programme: SmallProgramme,
    indicators: string[],
  ): Promise<readonly string[]> => {
    const figures = new Figures({ store: programme, programmes: programme.reader(TODAY) });
    const ask: Ask = (query) => figures.ask(query, 'figures');
    const report = await attackOn(programme, ask, { days, indicators, dimensions: ['gender'] });
    expect(report.protected).toBeGreaterThan(0);
    return report.reconstructed;
  };
  const splits = async (programme: SmallProgramme, indicator: string): Promise<(string | undefined)[]> => {
    const tables = await Promise.all(
      days.map((asOf) => table(programme, { asOf, by: ['gender'], indicators: [indicator] })),
    );
    return tables.map(({ lines }) => lines.map(({ value }) => value).join(' '));
  };

  it('do not tell together who was selected between two of them, where all men were selected before', async () => {
    const programme = new SmallProgramme(
      [
        ...together(5, 'female', '2023-12-01', '2023-12-05'),
        ...together(6, 'male', '2023-12-01', '2023-12-05'),
        ...together(2, 'female', '2024-01-10', '2024-01-20'),
        ...together(10, 'female', '2024-01-10'),
      ],
      BEGINS,
      ['bstu'],
    );
    expect(await splits(programme, 'students')).toEqual(['5 6', '5 6', '5 6']);
    expect(await reconstructed(programme, ['nominated', 'students'])).toEqual([]);
  });

  it('do not tell with the totals of the days between them on which day a man came, where no woman did', async () => {
    const programme = new SmallProgramme(
      [
        ...together(6, 'female', '2023-12-01', '2023-12-05'),
        ...together(6, 'male', '2023-12-01', '2023-12-05'),
        ...together(1, 'male', '2024-01-10', '2024-01-20'),
        ...together(11, 'male', '2024-02-10', '2024-02-20'),
      ],
      BEGINS,
      ['bstu'],
    );
    expect(await splits(programme, 'students')).toEqual(['6 6', '6 6', '6 6']);
    expect(await reconstructed(programme, ['students'])).toEqual([]);
  });

  it('are told where every part has grown by enough', async () => {
    const programme = new SmallProgramme(
      [
        ...together(6, 'female', '2023-12-01', '2023-12-05'),
        ...together(6, 'male', '2023-12-01', '2023-12-05'),
        ...together(5, 'female', '2024-01-10', '2024-01-20'),
        ...together(7, 'male', '2024-02-10', '2024-02-20'),
      ],
      BEGINS,
      ['bstu'],
    );
    expect(await splits(programme, 'students')).toEqual(['6 6', '6 6', '11 13']);
  });
});

describe('somebody who asks everything that may be asked', () => {
  it.each([101, 102, 104])('works out no small cell of programme %d', async (seed) => {
    const programme = randomProgramme(seed, 12 + (seed % 5) * 10);
    const figures = new Figures({ store: programme, programmes: programme.reader(TODAY) });
    const report = await attackOn(programme, (query) => figures.ask(query, 'figures'), {
      shares: SHARES,
      spells: SPELLS,
      compare: comparing(figures, programme, programme.reader(TODAY)),
    });
    expect(report.odd).toEqual([]);
    expect(report.protected).toBeGreaterThan(10);
    expect(report.reconstructed).toEqual([]);
  });

  it('works them out where only small cells themselves are hidden', async () => {
    const programme = randomProgramme(102, 32);
    const figures = new Figures({ store: programme, programmes: programme.reader(TODAY) });
    const primaryOnly: Ask = async (query) => {
      const answer = await figures.ask(query, 'persons');
      if (!answer.ok) return answer;
      const lines = answer.value.lines.filter(({ value }) => Number(value) === 0 || Number(value) >= 5);
      return { ok: true, value: { ...answer.value, lines } };
    };
    expect((await attackOn(programme, primaryOnly)).reconstructed.length).toBeGreaterThan(0);
  });
});
