import {
  addFractions,
  countsFacts,
  fraction,
  INDICATORS,
  type Dimension,
  type Fraction,
  type Indicator,
} from '@lotse/domain';
import type { DurationCell, FigureCell, FigureStore, Moment, Place } from '../ports/figure-store.port';
import type { ProgrammeReader } from '../ports/programme-reader.port';
import { fits } from './apart';
import { derivable, namedIn, type Division, type Part } from './division';
import { classesOf, isClosed, isPublished, openSplitsOf } from './open-figures';
import { releasesOf, triesOf } from './releases';
import { tell, type ToldTable } from './table-book';

/** A number as it may leave: null where it is suppressed. */
export interface OpenCell {
  readonly indicator: string;
  readonly at: Place;
  readonly value: Fraction | null;
  readonly moment: Moment;
}
export type OpenDuration = Omit<DurationCell, 'n' | 'censored'> & {
  readonly n: number | null;
  readonly censored: number | null;
  readonly moment: Moment;
};

/** Everything that is told at releases: read together, since one statement for all of them costs little more than for one. */
const RELEASED: readonly string[] = [...INDICATORS.values()]
  .filter(({ rule }) => countsFacts(rule))
  .map(({ key }) => key);

/** What is told in tables, in the order in which it is told at one month end. */
const TABLES: readonly Indicator[] = [...INDICATORS.values()].filter((one) => openSplitsOf(one).length > 0);

const GENDERS = ['female', 'male', 'diverse', 'unknown'];
const AGE_BANDS = ['0-17', '18-29', '30-54', '55+', 'unknown'];

const partOf = (at: Place): Part =>
  Object.entries(at).map(([dimension, value]) => ({ dimension: dimension as Dimension, value }));
const lies = (at: Place, asked: Place): boolean =>
  Object.entries(asked).every(([dimension, value]) => (at[dimension as Dimension] ?? 'unknown') === value);
const sumOf = (cells: readonly FigureCell[]): Fraction =>
  cells.reduce((sum, { value }) => addFractions(sum, value), fraction(0n));
/** Every place of a table: the values of each dimension, all with all. */
const placesOf = (values: readonly (readonly [Dimension, readonly string[]])[]): Place[] =>
  values.reduce<Place[]>(
    (places, [dimension, of]) => places.flatMap((at) => of.map((value) => ({ ...at, [dimension]: value }))),
    [{}],
  );

/**
 * Figures as they leave for everybody without access to persons: the one place of suppression (docs/adr/0014). Totals of the project
 * sheet are published on every day; everything else is told at releases alone, and only in parts of enough persons.
 */
export class ProtectedFigures {
  readonly #wholes = new Map<string, Promise<ReadonlyMap<string, FigureCell>>>();
  readonly #told = new Map<number, Promise<readonly ToldTable[]>>();

  constructor(
    private readonly store: FigureStore,
    private readonly programmes: ProgrammeReader,
    private readonly programme: string,
    private readonly threshold: number,
  ) {}

  /** Totals, one cell an indicator. */
  async totals(keys: readonly string[], moment: Moment): Promise<OpenCell[]> {
    const published = keys.filter((key) => isPublished(indicatorOf(key)));
    const open = await this.store.cells({ programme: this.programme, moment, indicators: published });
    const others = keys.filter((key) => !published.includes(key));
    const released = await Promise.all(others.map((key) => this.released(key, moment)));
    return [...open.map(({ indicator, value }) => ({ indicator, at: {}, value, moment })), ...released];
  }

  /** The last table of splits that was told by then; one suppressed line before the first. @param by dimensions of `openSplitsOf` */
  async table(key: string, by: readonly Dimension[], moment: Moment): Promise<OpenCell[]> {
    const told = await this.told(await this.programmes.monthEnds(this.programme, moment));
    const table = told.findLast(({ indicator }) => indicator === key);
    if (table === undefined) return [{ indicator: key, at: {}, value: null, moment }];
    const { cells, division, persons } = table;
    const values = await Promise.all(
      by.map(async (dimension) => [dimension, await this.valuesOf(dimension, division)] as const),
    );
    return placesOf(values).flatMap((at) => {
      const known = derivable(division, persons, partOf(at));
      if (known === 0) return [];
      const value = known === undefined ? null : sumOf(cells.filter((cell) => lies(cell.at, at)));
      return [{ indicator: key, at, value, moment: table.moment }];
    });
  }

  /** Durations of everybody, from the last release by then. */
  async duration(key: string, moment: Moment): Promise<OpenDuration> {
    const ends = await this.programmes.monthEnds(this.programme, moment);
    const cells = await Promise.all(
      ends.map(async (end) => {
        const [cell] = await this.store.durations({
          programme: this.programme,
          moment: end,
          indicators: [key],
        });
        return cell;
      }),
    );
    const place = releasesOf(
      cells.map((cell) => cell?.n ?? 0),
      this.threshold,
    ).at(-1);
    const [cell, release] = place === undefined ? [] : [cells[place], ends[place]];
    const hidden = { indicator: key, at: {}, n: null, censored: null, median: null, p90: null };
    if (isClosed(key)) return { ...hidden, moment };
    if (cell === undefined || release === undefined || cell.n < this.threshold)
      return { ...hidden, moment: release ?? moment };
    const { n, censored, median, p90 } = cell;
    return {
      ...hidden,
      n,
      censored,
      median,
      p90: n >= 2 * this.threshold ? p90 : null,
      moment: release,
    };
  }

  /** All tables that are told by the last of these month ends, of all indicators, in the order in which they were. */
  private told(ends: readonly Moment[]): Promise<readonly ToldTable[]> {
    const known = this.#told.get(ends.length);
    if (known !== undefined) return known;
    const told = this.toldAt(ends);
    this.#told.set(ends.length, told);
    return told;
  }

  private async toldAt(ends: readonly Moment[]): Promise<readonly ToldTable[]> {
    const moment = ends.at(-1);
    if (moment === undefined) return [];
    let told = await this.told(ends.slice(0, -1));
    const wholes = await Promise.all(ends.map((end) => this.wholesAt(end)));
    const due = TABLES.filter(({ key }) => {
      const persons = wholes.map((cells) => cells.get(key)?.persons ?? 0);
      return triesOf(persons, this.threshold).at(-1) === ends.length - 1;
    });
    const by = [...new Set(due.flatMap(openSplitsOf))];
    const cells = due.length === 0 ? [] : await this.cells(due, moment, by);
    for (const one of due) {
      const own = cells.filter(({ indicator }) => indicator === one.key);
      const candidate = { indicator: one.key, moment, by: openSplitsOf(one), cells: own };
      told = tell(told, candidate, this.threshold);
    }
    return told;
  }

  private cells(
    indicators: readonly Indicator[],
    moment: Moment,
    by: readonly Dimension[],
  ): Promise<readonly FigureCell[]> {
    const keys = indicators.map(({ key }) => key);
    return this.store.cells({ programme: this.programme, moment, indicators: keys, by });
  }

  /** The wholes of all indicators at a month end, read once. */
  private wholesAt(moment: Moment): Promise<ReadonlyMap<string, FigureCell>> {
    const known = this.#wholes.get(moment.asOf);
    if (known !== undefined) return known;
    const read = this.store
      .cells({ programme: this.programme, moment, indicators: RELEASED })
      .then((cells) => new Map(cells.map((cell) => [cell.indicator, cell])));
    this.#wholes.set(moment.asOf, read);
    return read;
  }

  /** Month ends by a moment at which the whole of an indicator is told anew. */
  private async releases(key: string, moment: Moment): Promise<Moment[]> {
    const ends = await this.programmes.monthEnds(this.programme, moment);
    const persons: number[] = [];
    for (const end of ends) persons.push((await this.wholesAt(end)).get(key)?.persons ?? 0);
    return releasesOf(persons, this.threshold).flatMap((place) => ends[place] ?? []);
  }

  private async released(key: string, moment: Moment): Promise<OpenCell> {
    if (isClosed(key)) return { indicator: key, at: {}, value: null, moment };
    const classes = classesOf(key);
    const releases = await this.releases(classes?.whole ?? key, moment);
    const release = releases.at(-1);
    if (release === undefined) return { indicator: key, at: {}, value: null, moment };
    if (classes !== undefined && !(await this.shownClasses(classes, releases)))
      return { indicator: key, at: {}, value: null, moment: release };
    const value = (await this.wholesAt(release)).get(key)?.value ?? fraction(0n);
    return { indicator: key, at: {}, value, moment: release };
  }

  /** Classes are shown together or not at all: each of enough persons or none, the remainder too, and so each change. */
  private async shownClasses(
    { whole, parts }: NonNullable<ReturnType<typeof classesOf>>,
    releases: readonly Moment[],
  ): Promise<boolean> {
    const told: (readonly number[])[] = [];
    let shown = false;
    for (const moment of releases) {
      const wholes = await this.wholesAt(moment);
      const of = (key: string): number => wholes.get(key)?.persons ?? 0;
      const each = parts.map(of);
      const sizes = [...each, of(whole) - each.reduce((sum, persons) => sum + persons, 0)];
      shown =
        sizes.every((persons) => persons >= 0 && fits(persons, this.threshold)) &&
        told.every((then) =>
          sizes.every((persons, place) => fits(Math.abs(persons - (then[place] ?? 0)), this.threshold)),
        );
      if (shown) told.push(sizes);
    }
    return shown;
  }

  /** What everybody may know to be a value: fixed lists, partner universities, and what parts show. Never what is merely there. */
  private async valuesOf(dimension: Dimension, division: Division): Promise<readonly string[]> {
    if (dimension === 'gender') return GENDERS;
    if (dimension === 'age-band') return AGE_BANDS;
    const named = namedIn(division, dimension);
    const known = dimension === 'university' ? await this.programmes.universities(this.programme) : [];
    return [...new Set([...known, ...named])].sort();
  }
}

/** @throws Error for a key that no question gets here with */
function indicatorOf(key: string): Indicator {
  const found = INDICATORS.get(key);
  if (found === undefined) throw new Error(`There is no indicator ${key}`);
  return found;
}
