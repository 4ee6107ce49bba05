import { fractionText, INDICATORS, kindsOfIndicator } from '@lotse/domain';
import { differences, type UnitDifference } from '../compare/compare';
import type { Figures } from '../figures/figures';
import type { FactReader } from '../ports/fact-reader.port';
import type { FigureStore, Moment } from '../ports/figure-store.port';
import { isPublished } from '../suppression/open-figures';
import {
  ListHash,
  type ExplainedAdjustment,
  type FrozenFigure,
  type FrozenList,
  type ReportContent,
} from './report-content';

export interface ComposeParts {
  readonly figures: Figures;
  readonly store: FigureStore;
  readonly facts: FactReader;
}

const KEYS: readonly string[] = [...INDICATORS.keys()];
const isCounted = (key: string): boolean => {
  const rule = INDICATORS.get(key)?.rule;
  return rule !== undefined && !('ratio' in rule) && !('days' in rule);
};
const published = (key: string): boolean => {
  const found = INDICATORS.get(key);
  return found !== undefined && isPublished(found);
};

/** Kinds of fact that any figure is counted from. */
export const countedKinds = (): readonly string[] =>
  [...new Set([...INDICATORS.values()].flatMap((indicator) => kindsOfIndicator(indicator)))].sort();

async function figuresAt(
  { figures }: ComposeParts,
  programme: string,
  moment: Moment,
): Promise<FrozenFigure[]> {
  const answer = await figures.ask({ programme, ...moment }, 'persons');
  if (!answer.ok) throw new Error(`No figures of ${programme}: ${answer.problem.code}`);
  return answer.value.lines.map(({ indicator, version, value, days }) => ({
    indicator,
    version,
    value,
    ...(days === undefined ? {} : { days }),
  }));
}

async function listOf(
  { store }: ComposeParts,
  programme: string,
  indicator: string,
  moment: Moment,
  salt: string,
): Promise<FrozenList> {
  const hash = new ListHash(salt);
  for await (const { unit, value, facts } of store.units({ programme, indicator, moment }))
    hash.add({ unit, value: fractionText(value), facts });
  return hash.frozen(indicator);
}

/** Where a report before would be counted otherwise with what is known now: each difference with its units and facts. */
async function adjustmentsTo(
  parts: ComposeParts,
  previous: ReportContent & { readonly id: string },
  knownAt: string,
): Promise<ExplainedAdjustment[]> {
  const { programme, asOf, from } = previous;
  const before: Moment = { asOf, knownAt: previous.knownAt, ...(from === undefined ? {} : { from }) };
  const after: Moment = { ...before, knownAt };
  const now = new Map(
    (await figuresAt(parts, programme, after)).map(({ indicator, value }) => [indicator, value]),
  );
  const adjustments: ExplainedAdjustment[] = [];
  for (const { indicator, value } of [...previous.published.figures, ...previous.inner.figures]) {
    const counted = now.get(indicator) ?? null;
    if (value === null || counted === null || value === counted) continue;
    const units: UnitDifference[] = [];
    if (isCounted(indicator))
      for await (const unit of differences(parts, { programme, indicator }, before, after)) units.push(unit);
    adjustments.push({ report: previous.id, indicator, before: value, after: counted, units });
  }
  return adjustments;
}

/** Counts everything of a report anew. The same arguments give the same content, as long as nobody changed the past. */
export async function composeReport(
  parts: ComposeParts,
  programme: string,
  moment: Moment,
  { salt, previous }: { readonly salt: string; readonly previous?: ReportContent & { readonly id: string } },
): Promise<ReportContent> {
  const figures = await figuresAt(parts, programme, moment);
  const lists: FrozenList[] = [];
  for (const key of KEYS.filter(isCounted)) lists.push(await listOf(parts, programme, key, moment, salt));
  const adjustments = previous === undefined ? [] : await adjustmentsTo(parts, previous, moment.knownAt);
  const { asOf, knownAt, from } = moment;
  return {
    programme,
    asOf,
    knownAt,
    ...(from === undefined ? {} : { from }),
    ...(previous === undefined ? {} : { previous: previous.id }),
    published: {
      figures: figures.filter(({ indicator }) => published(indicator)),
      adjustments: adjustments
        .filter(({ indicator }) => published(indicator))
        .map(({ units: _units, ...line }) => line),
    },
    inner: {
      salt,
      figures: figures.filter(({ indicator }) => !published(indicator)),
      lists,
      adjustments,
    },
  };
}
