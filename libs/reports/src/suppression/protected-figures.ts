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
import { derivable, type Group, type Path } from './group';
import { classesOf, isClosed, isPublished, openSplitsOf } from './open-figures';
import { fits, partition } from './partition';
import { releasesOf } from './releases';

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

const GENDERS = ['female', 'male', 'diverse', 'unknown'];
const AGE_BANDS = ['0-17', '18-29', '30-54', '55+', 'unknown'];

const pathOf = (at: Place): Path =>
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

/** Values of a dimension that groups show to everybody. */
function namedIn({ split }: Group, dimension: Dimension): string[] {
  const parts = split?.parts ?? [];
  const own = split?.dimension === dimension ? parts.flatMap(({ value }) => value ?? []) : [];
  return [...own, ...parts.flatMap(({ group }) => namedIn(group, dimension))];
}

/**
 * Figures as they leave for everybody without access to persons: the one place of suppression (docs/adr/0014). Totals of the project
 * sheet are published on every day; everything else is told at releases alone, and only in groups of enough persons.
 */
export class ProtectedFigures {
  readonly #wholes = new Map<string, Promise<ReadonlyMap<string, FigureCell>>>();

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

  /** A table of splits from the last release by then; undefined before the first. @param by dimensions of `openSplitsOf` */
  async table(key: string, by: readonly Dimension[], moment: Moment): Promise<OpenCell[]> {
    const dimensions = openSplitsOf(indicatorOf(key));
    const releases = await this.releases(key, moment);
    const groups: Group[] = [];
    let cells: readonly FigureCell[] = [];
    for (const release of releases) {
      cells = await this.cells(key, release, dimensions);
      groups.push(partition(cells, groups, { threshold: this.threshold, dimensions }));
    }
    const [group, release] = [groups.at(-1), releases.at(-1)];
    if (group === undefined || release === undefined)
      return [{ indicator: key, at: {}, value: null, moment }];
    const values = await Promise.all(
      by.map(async (dimension) => [dimension, await this.valuesOf(dimension, group)] as const),
    );
    return placesOf(values).flatMap((at) => {
      const persons = derivable(group, pathOf(at));
      if (persons === 0) return [];
      const value = persons === undefined ? null : sumOf(cells.filter((cell) => lies(cell.at, at)));
      return [{ indicator: key, at, value, moment: release }];
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

  private cells(key: string, moment: Moment, by: readonly Dimension[]): Promise<readonly FigureCell[]> {
    return this.store.cells({ programme: this.programme, moment, indicators: [key], by });
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

  /** What everybody may know to be a value: fixed lists, partner universities, and what groups show. Never what is merely there. */
  private async valuesOf(dimension: Dimension, group: Group): Promise<readonly string[]> {
    if (dimension === 'gender') return GENDERS;
    if (dimension === 'age-band') return AGE_BANDS;
    const named = namedIn(group, dimension);
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
