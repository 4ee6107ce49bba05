import { fractionDisplay, fractionText, type Fraction, type Indicator } from '@lotse/domain';
import type { FigureStore, Moment } from '../ports/figure-store.port';
import type { Aim, ProgrammeReader } from '../ports/programme-reader.port';
import { DEFAULT_THRESHOLD, partsOfRatio } from '../suppression/open-figures';
import { ProtectedFigures, type OpenCell } from '../suppression/protected-figures';
import { daysOf, ratioOf, within, type Counted } from './compose';
import type { FigureLine, FigureTable } from './figure-line';
import { readQuery, type FigureAnswer, type FigureQuery, type ReadQuery, type Sight } from './figure-query';

export interface FiguresParts {
  readonly store: FigureStore;
  readonly programmes: ProgrammeReader;
}

const display = (value: Fraction): string =>
  value.denominator === 1n ? fractionText(value) : fractionDisplay(value);

function lineOf({ key, version }: Indicator, cell: Counted, aims: readonly Aim[] | undefined): FigureLine {
  const { at, value, moment, units, days } = cell;
  const { asOf, knownAt } = moment;
  const state = value === undefined ? 'none' : value === null ? 'suppressed' : 'counted';
  return {
    indicator: key,
    version,
    at,
    state,
    value: value === null || value === undefined ? null : fractionText(value),
    shown: value === null || value === undefined ? '' : display(value),
    asOf,
    knownAt,
    ...(units === undefined ? {} : { units }),
    ...(days === undefined ? {} : { days }),
    ...(aims === undefined || Object.keys(at).length > 0 ? {} : { aims }),
  };
}

const isDays = ({ rule }: Indicator): boolean => 'days' in rule;
const isRatio = ({ rule }: Indicator): boolean => 'ratio' in rule;

/** Figures of a programme at a moment, whole for those who may see persons and suppressed for everybody else. */
export class Figures {
  constructor(private readonly parts: FiguresParts) {}

  /** @returns numbers in the order of the catalogue; a problem says what would help and holds ids only */
  async ask(query: FigureQuery, sight: Sight): Promise<FigureAnswer<FigureTable>> {
    const { programmes } = this.parts;
    const read = readQuery(query, sight);
    if (!read.ok) return read;
    const scope = await programmes.resolve(query);
    if (!scope.ok) return scope;
    const { programme, asOf, knownAt } = scope.value;
    const { from } = query;
    const moment: Moment = { asOf, knownAt, ...(from === undefined ? {} : { from }) };
    const aims = await programmes.aims(programme, knownAt);
    const threshold =
      sight === 'persons' ? undefined : ((await programmes.threshold(programme)) ?? DEFAULT_THRESHOLD);
    const count =
      threshold === undefined
        ? this.whole(programme, moment, read.value)
        : this.suppressed(programme, moment, read.value, threshold);
    const counted = await count;
    return {
      ok: true,
      value: {
        programme,
        asOf,
        knownAt,
        ...(from === undefined ? {} : { from }),
        by: read.value.by,
        ...(threshold === undefined ? {} : { threshold }),
        lines: read.value.indicators.flatMap((indicator) =>
          counted
            .filter((cell) => cell.indicator === indicator.key)
            .map((cell) => lineOf(indicator, cell, aims.get(indicator.key))),
        ),
      },
    };
  }

  private async whole(
    programme: string,
    moment: Moment,
    { indicators, by, where }: ReadQuery,
  ): Promise<Counted[]> {
    const { store } = this.parts;
    const question = { programme, moment, by, where };
    const counting = indicators.filter((one) => !isDays(one) && !isRatio(one)).map(({ key }) => key);
    const ratios = indicators.filter(isRatio).map(({ key }) => key);
    const needed = [...new Set([...counting, ...ratios.flatMap(partsOfRatio)])];
    const cells = needed.length === 0 ? [] : await store.cells({ ...question, indicators: needed });
    const days = indicators.filter(isDays).map(({ key }) => key);
    const durations = days.length === 0 ? [] : await store.durations({ ...question, indicators: days });
    const counted = cells.map((cell): Counted => ({ ...cell, moment }));
    return [
      ...counted.filter(({ indicator }) => counting.includes(indicator)),
      ...ratios.flatMap((key) => ratioOf(key, counted)),
      ...durations.map((cell): Counted => ({ ...daysOf(cell), at: cell.at, moment })),
    ];
  }

  private async suppressed(
    programme: string,
    moment: Moment,
    { indicators, by, where }: ReadQuery,
    threshold: number,
  ): Promise<Counted[]> {
    const { store, programmes } = this.parts;
    const figures = new ProtectedFigures(store, programmes, programme, threshold);
    const counting = indicators.filter((one) => !isDays(one) && !isRatio(one)).map(({ key }) => key);
    const ratios = indicators.filter(isRatio).map(({ key }) => key);
    const needed = [...new Set([...counting, ...ratios.flatMap(partsOfRatio)])];
    const dimensions = [...new Set([...by, ...(Object.keys(where) as typeof by)])];
    const ask = async (key: string, at: Moment): Promise<OpenCell[]> =>
      dimensions.length === 0
        ? figures.totals([key], at)
        : within(await figures.table(key, dimensions, at), by, where);
    const counted = (await Promise.all(needed.map((key) => ask(key, moment)))).flat();
    const shares = ratios.map(async (key) => {
      // A published total is of the day asked for; its share is told as of the release of the other part.
      const parts = await Promise.all(partsOfRatio(key).map((part) => ask(part, moment)));
      const asOf = parts
        .flat()
        .map((cell) => cell.moment.asOf)
        .sort()[0];
      const release = parts.flat().find((cell) => cell.moment.asOf === asOf)?.moment ?? moment;
      const same = await Promise.all(partsOfRatio(key).map((part) => ask(part, release)));
      return ratioOf(key, same.flat());
    });
    const durations = indicators.filter(isDays).map(async ({ key }) => {
      const cell = await figures.duration(key, moment);
      const { days, ...line } = daysOf(cell);
      const told = days === undefined ? {} : { days: { ...days, closed: null, open: null } };
      return { ...line, ...told, at: {}, moment: cell.moment };
    });
    return [
      ...counted.filter(({ indicator }) => counting.includes(indicator)),
      ...(await Promise.all(shares)).flat(),
      ...(await Promise.all(durations)),
    ];
  }
}
