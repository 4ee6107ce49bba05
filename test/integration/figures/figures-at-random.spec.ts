import {
  effectiveFacts,
  FIGURE_CATALOGUE,
  fractionText,
  INDICATORS,
  type Command,
  type Dimension,
  type Fact,
  type JsonObject,
} from '@lotse/domain';
import { createCountedSheetReader, createFigureStore, createSheetReader } from '@lotse/persistence';
import type { FigureCell, FigureStore, FigureUnit, Moment } from '@lotse/reports';
import fc from 'fast-check';
import { personFigures } from '../../domain/figures-by-hand';
import { acts, JOURNEYS, PERSON_OF, play } from '../../domain/random-journeys';
import { openJourneysDatabase, type JourneysDatabase } from '../journeys/journeys-database';
import { person } from '../journeys/project';

jest.setTimeout(600_000);

const PROGRAMME = 'prog-1';
const RECORDS: readonly JsonObject[] = [
  {
    type: 'programme',
    id: PROGRAMME,
    name: 'Programme',
    template: 'de-uni-internship-hire@1',
    from: '2025-10-01',
    to: '2028-12-31',
    partnerCountries: ['KG', 'KZ'],
  },
  ...[1, 2].flatMap((n): JsonObject[] => [
    { type: 'organisation', id: `uni-${n}`, kind: 'university', name: `Университет ${n}`, country: 'KG' },
    {
      type: 'organisation',
      id: `company-${n}`,
      kind: 'company',
      name: `Glaswerk ${n}`,
      sites: ['Oschatz', 'Torgau'],
    },
    {
      type: 'agreement',
      id: `agr-${n}`,
      programme: PROGRAMME,
      organisation: `uni-${n}`,
      kind: 'cooperation',
      from: '2025-10-01',
      to: '2028-12-31',
    },
  ]),
  person('p1', { givenName: 'Айгүл', familyName: 'Осмонова', gender: 'female' }),
  person('p2', { givenName: 'Дәурен', familyName: 'Сәрсенбаев', nationality: 'KZ' }),
  person('p3', { givenName: 'Nilufar', familyName: 'Karimova', gender: 'female', bornOn: '1990-02-28' }),
];

const SPLITS: readonly (readonly Dimension[])[] = [
  ['university', 'gender', 'age-band', 'country'],
  ['cohort', 'gender'],
  ['company', 'site', 'stage'],
];
/** Counted over facts, by the pseudo code of domain.md. */
const BY_HAND = ['students', 'commitmentsSigned', 'contractsPrepared', 'recommended'] as const;

const COUNTED = [...INDICATORS.values()].filter(({ rule }) => 'units' in rule).map(({ key }) => key);
const DAYS = [...INDICATORS.values()].flatMap(({ key, rule }) =>
  'days' in rule ? [{ key, ...rule.days }] : [],
);

const shown = (cells: readonly FigureCell[]): string[] =>
  cells
    .map(({ indicator, at, value, units, persons }) =>
      [indicator, JSON.stringify(at), fractionText(value), units, persons].join(' '),
    )
    .sort();

/** Days of each person's first way from one kind of fact to another, as known and as happened by then. */
function spellsByHand(
  facts: ReadonlyMap<string, readonly Fact[]>,
  { from, to }: (typeof DAYS)[number],
  { asOf, knownAt }: Moment,
): (number | 'open')[] {
  const fits = ({ kind, data }: Fact, pattern: typeof from): boolean =>
    [pattern.kind].flat().includes(kind) &&
    Object.entries(pattern.where ?? {}).every(([field, value]) => data[field] === value);
  return [...new Set(Object.values(PERSON_OF))].flatMap((one): (number | 'open')[] => {
    const own = [...facts].filter(([journey]) => PERSON_OF[journey] === one).map(([, all]) => all);
    const inOrder = own
      .map((all) => all.filter(({ recordedAt }) => recordedAt <= knownAt))
      .filter((all) => !all.some(({ kind }) => kind === 'void'))
      .flatMap((all) => effectiveFacts(all))
      .filter(({ happenedOn }) => happenedOn <= asOf)
      .sort((a, b) =>
        a.happenedOn !== b.happenedOn
          ? a.happenedOn < b.happenedOn
            ? -1
            : 1
          : a.seq - b.seq || (a.journey < b.journey ? -1 : 1),
      );
    const begins = inOrder.findIndex((fact) => fits(fact, from));
    const first = inOrder[begins];
    if (first === undefined) return [];
    const last = inOrder.slice(begins).find((fact) => fits(fact, to));
    return last === undefined
      ? ['open']
      : [Math.round((Date.parse(last.happenedOn) - Date.parse(first.happenedOn)) / 86_400_000)];
  });
}

const commandLine = ({ id, journey, command, happenedOn, by, data }: Command): JsonObject => ({
  id,
  journey,
  command,
  happenedOn,
  by: { ...by },
  data,
});

describe('figures of random journeys on PostgreSQL', () => {
  let database: JourneysDatabase;
  let template: JourneysDatabase;

  beforeAll(async () => {
    template = await openJourneysDatabase();
    await template.importObjects(...RECORDS);
    await template.leave();
  });
  afterAll(() => template.close());

  const moment = (asOf: string, knownAt = database.clock.now().toISOString()): Moment => ({ asOf, knownAt });
  const factsNow = async (): Promise<ReadonlyMap<string, readonly Fact[]>> => {
    const found = new Map<string, readonly Fact[]>();
    for (const id of JOURNEYS) {
      const { facts } = await database.stores.journeys.transact(async (transaction) => ({
        keep: false,
        facts: await transaction.facts(id),
      }));
      if (facts.length > 0)
        found.set(
          id,
          facts.map(({ fact }) => fact),
        );
    }
    return found;
  };

  async function everyCell(figures: FigureStore, at: Moment): Promise<string[]> {
    const cells = await figures.cells({ programme: PROGRAMME, moment: at, indicators: COUNTED });
    const splits = await Promise.all(
      SPLITS.map((by) => figures.cells({ programme: PROGRAMME, moment: at, indicators: COUNTED, by })),
    );
    return shown([...cells, ...splits.flat()]);
  }

  /** Values of a split sum to the whole figure, which is as long as its list; persons are those of the list. */
  async function splitsFitLists(figures: FigureStore, at: Moment): Promise<void> {
    for (const { key, rule, splits } of INDICATORS.values()) {
      if (!('units' in rule)) continue;
      const question = { programme: PROGRAMME, moment: at };
      const [whole] = await figures.cells({ ...question, indicators: [key] });
      for (const by of splits.length === 0 ? [] : SPLITS) {
        const units: FigureUnit[] = [];
        for await (const unit of figures.units({ ...question, indicator: key, by })) units.push(unit);
        expect([key, at, units.length]).toEqual([key, at, whole?.units]);
        expect(units.filter(({ facts }) => facts.length === 0)).toEqual([]);
        const cells = await figures.cells({ ...question, indicators: [key], by });
        const sum = cells.reduce((total, cell) => total + cell.units, 0);
        expect([key, by, at, sum]).toEqual([key, by, at, whole?.units]);
        for (const cell of cells) {
          const inCell = units.filter((unit) => JSON.stringify(unit.at) === JSON.stringify(cell.at));
          const persons = new Set(inCell.map(({ journey = '' }) => PERSON_OF[journey])).size;
          expect([key, by, cell.at, cell.units, cell.persons]).toEqual([
            key,
            by,
            cell.at,
            inCell.length,
            persons,
          ]);
        }
      }
    }
  }

  async function sheetIsRecount(at: Moment): Promise<void> {
    const [counted, recount] = [
      createCountedSheetReader(database.application, FIGURE_CATALOGUE),
      createSheetReader(database.application),
    ];
    const query = { programme: PROGRAMME, ...at };
    expect(await counted.sheet(query)).toEqual(await recount.sheet(query));
  }

  async function fitsHand(figures: FigureStore, at: Moment): Promise<void> {
    const facts = await factsNow();
    const byHand = personFigures(facts, PERSON_OF, at.asOf, at.knownAt);
    const question = { programme: PROGRAMME, moment: at };
    const cells = await figures.cells({ ...question, indicators: [...BY_HAND, 'workMonths'] });
    expect([at, ...cells.map(({ value }) => fractionText(value))]).toEqual([
      at,
      ...BY_HAND.map((key) => String(byHand[key].size)),
      fractionText(byHand.workMonths),
    ]);
    const cellsOfDays = await figures.durations({ ...question, indicators: DAYS.map(({ key }) => key) });
    for (const days of DAYS) {
      const spells = spellsByHand(facts, days, at);
      const closed = spells.filter((one) => one !== 'open').sort((a, b) => a - b);
      const rank = (share: number): number | null => closed[Math.ceil(closed.length * share) - 1] ?? null;
      const found = cellsOfDays.find(({ indicator }) => indicator === days.key);
      expect([
        days.key,
        at,
        found?.n ?? 0,
        found?.censored ?? 0,
        found?.median ?? null,
        found?.p90 ?? null,
      ]).toEqual([days.key, at, closed.length, spells.length - closed.length, rank(0.5), rank(0.9)]);
    }
  }

  it('are as by hand and as long as their lists, before a fold, after it and for older knowledge', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.nat(300), fc.nat(100), async (sample, back, share) => {
        const { given } = play(sample);
        const commands = given.filter(({ decision }) => decision.ok).map(({ command }) => command);
        database = await openJourneysDatabase(template.name);
        try {
          const figures = createFigureStore(database.application, FIGURE_CATALOGUE);
          const day = new Date(Date.parse('2026-11-21') - back * 86_400_000).toISOString().slice(0, 10);
          const middle = Math.floor((share / 100) * commands.length);
          let then: { readonly at: Moment; readonly cells: string[] } | undefined;
          for (const [index, command] of commands.entries()) {
            database.clock.skip(1000);
            if (index === middle) {
              const at = moment(day);
              then = { at, cells: await everyCell(figures, at) };
              await database.journeys.refreshFigures();
              expect(await everyCell(figures, at)).toEqual(then.cells);
              database.clock.skip(1000);
            }
            const answer = await database.journeys.submit(commandLine(command), {
              submittedBy: command.command === 'fire-clock' ? 'system' : 'administrator',
              imported: true,
            });
            expect([command.command, answer]).toEqual([
              command.command,
              expect.objectContaining({ result: 'accepted' }),
            ]);
          }
          database.clock.skip(1000);
          const moments = [moment(day), moment('2026-11-21'), ...(then === undefined ? [] : [then.at])];
          const unfolded = await Promise.all(moments.map((at) => everyCell(figures, at)));
          for (const at of moments) await fitsHand(figures, at);
          for (const at of moments) await sheetIsRecount(at);
          await splitsFitLists(figures, moment('2026-11-21'));
          await database.journeys.refreshFigures();
          expect(await Promise.all(moments.map((at) => everyCell(figures, at)))).toEqual(unfolded);
          for (const at of moments) await fitsHand(figures, at);
          for (const at of moments) await sheetIsRecount(at);
          if (then !== undefined) expect(await everyCell(figures, then.at)).toEqual(then.cells);
          const differing: unknown[] = [];
          for await (const one of database.journeys.verifyFigures()) differing.push(one);
          expect(differing).toEqual([]);
        } finally {
          await database.close();
        }
      }),
      { numRuns: Number(process.env.FIGURE_RUNS ?? 3), endOnFailure: true },
    );
  });
});
