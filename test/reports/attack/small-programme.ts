import { addMonths, fraction, type Dimension, type SheetScope } from '@lotse/domain';
import type {
  DurationCell,
  FigureCell,
  FigureQuestion,
  FigureStore,
  FigureUnit,
  Moment,
  Place,
  ProgrammeReader,
  UnitQuestion,
} from '@lotse/reports';

/** What the durations of the attack count, in the terms of its indicators. */
export const SPELLS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  daysToSelection: ['nominated', 'students'],
};
const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** One person of a made-up programme: who they are, and from which to which day (the latter out) each indicator counts them. */
export interface SmallPerson {
  readonly id: string;
  readonly at: Place;
  readonly counts: Readonly<Record<string, readonly [from: string, to?: string]>>;
}

/** A programme so small that every number in it may tell of somebody. What happens is known on the day. */
export class SmallProgramme implements FigureStore {
  constructor(
    readonly persons: readonly SmallPerson[],
    private readonly begins: string,
    readonly universities: readonly string[],
  ) {}

  /** @returns persons that an indicator counts at a moment: what happened by its day and was known by then */
  counted(indicator: string, { asOf, knownAt }: Moment): SmallPerson[] {
    const day = asOf < knownAt.slice(0, 10) ? asOf : knownAt.slice(0, 10);
    return this.persons.filter(({ counts }) => {
      const [from, to] = counts[indicator] ?? [];
      return from !== undefined && from <= day && (to === undefined || day < to);
    });
  }

  cells({ indicators, moment, by = [], where = {} }: FigureQuestion): Promise<readonly FigureCell[]> {
    return Promise.resolve(
      indicators.flatMap((indicator) => {
        const persons = this.counted(indicator, moment).filter(({ at }) =>
          Object.entries(where).every(([name, values]) => values.includes(String(Reflect.get(at, name)))),
        );
        if (by.length === 0) return [cell(indicator, {}, persons.length)];
        const places = new Map<string, { at: Place; n: number }>();
        for (const person of persons) {
          const at = Object.fromEntries(
            by.map((dimension: Dimension) => [dimension, person.at[dimension] ?? 'unknown']),
          );
          const key = JSON.stringify(at);
          places.set(key, { at, n: (places.get(key)?.n ?? 0) + 1 });
        }
        return [...places.values()].map(({ at, n }) => cell(indicator, at, n));
      }),
    );
  }

  /** Days from the first to the second of what an indicator names in `SPELLS`. */
  durations({ indicators, moment }: FigureQuestion): Promise<readonly DurationCell[]> {
    return Promise.resolve(
      indicators.flatMap((indicator) => {
        const [from, to] = SPELLS[indicator] ?? [];
        if (from === undefined || to === undefined) return [];
        const begun = this.counted(from, moment);
        const ended = new Set(this.counted(to, moment).map(({ id }) => id));
        const days = begun
          .filter(({ id }) => ended.has(id))
          .map(({ counts }) => daysBetween(counts[from]?.[0] ?? '', counts[to]?.[0] ?? ''))
          .sort((a, b) => a - b);
        const rank = (share: number): number | null => days[Math.ceil(days.length * share) - 1] ?? null;
        const open = begun.length - days.length;
        return [{ indicator, at: {}, n: days.length, censored: open, median: rank(0.5), p90: rank(0.9) }];
      }),
    );
  }

  async *units({ indicator, moment }: UnitQuestion): AsyncIterable<FigureUnit> {
    await Promise.resolve();
    for (const { id, at, counts } of this.counted(indicator, moment))
      yield {
        indicator,
        unit: id,
        journey: id,
        at,
        since: counts[indicator]?.[0] ?? '',
        value: fraction(1n),
        facts: [`${id}/1`],
        evidence: [],
      };
  }

  /** The programme as its reader tells of it. @param threshold what its funders ask for */
  reader(today: string, threshold?: number): ProgrammeReader {
    return {
      resolve: ({ asOf = today, knownAt = today }) =>
        Promise.resolve({
          ok: true,
          value: {
            programme: 'p',
            asOf,
            knownAt: knownAt.length === 10 ? `${knownAt}T23:59:59.999Z` : knownAt,
          } satisfies SheetScope,
        }),
      monthEnds: (_programme, { asOf, knownAt }) => Promise.resolve(this.monthEnds(asOf, knownAt)),
      threshold: () => Promise.resolve(threshold),
      universities: () => Promise.resolve(this.universities),
      aims: () => Promise.resolve(new Map()),
    };
  }

  monthEnds(asOf: string, knownAt: string): Moment[] {
    const ends: Moment[] = [];
    for (let first = `${this.begins.slice(0, 7)}-01`; ; first = addMonths(first, 1)) {
      const end = new Date(Date.parse(`${addMonths(first, 1)}T00:00:00Z`) - 86_400_000)
        .toISOString()
        .slice(0, 10);
      if (end > asOf || `${end}T23:59:59.999Z` > knownAt) return ends;
      ends.push({ asOf: end, knownAt: `${end}T23:59:59.999Z` });
    }
  }
}

const cell = (indicator: string, at: Place, n: number): FigureCell => ({
  indicator,
  at,
  value: fraction(BigInt(n)),
  units: n,
  persons: n,
});
