import { INDICATORS } from '@lotse/domain';
import { refused, type FigureAnswer, type FigureQuery, type Sight } from '../figures/figure-query';
import type { Figures } from '../figures/figures';
import type { Moment } from '../ports/figure-store.port';
import { differences, type UnitDifference } from './compare';
import type { EvidenceParts } from '../figures/evidence';

/** A figure that differs between two moments. */
export interface FigureDifference {
  readonly indicator: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Each unit with the facts that made the difference; only for those who may see persons. */
  readonly units?: readonly UnitDifference[];
}

export interface Comparison {
  readonly programme: string;
  readonly before: Pick<Moment, 'asOf' | 'knownAt'>;
  readonly after: Pick<Moment, 'asOf' | 'knownAt'>;
  readonly differences: readonly FigureDifference[];
}

export interface CompareQuery {
  readonly programme?: string;
  readonly indicators?: readonly string[];
  readonly before: Pick<FigureQuery, 'asOf' | 'knownAt'>;
  readonly after: Pick<FigureQuery, 'asOf' | 'knownAt'>;
}

/** Figures that differ between two moments, each explained by the facts that made it. */
export async function compareFigures(
  { figures, ...parts }: EvidenceParts & { readonly figures: Figures },
  { programme: named, indicators, before, after }: CompareQuery,
  sight: Sight,
): Promise<FigureAnswer<Comparison>> {
  const common = {
    ...(named === undefined ? {} : { programme: named }),
    ...(indicators === undefined ? {} : { indicators }),
  };
  const was = await figures.ask({ ...common, ...before }, sight);
  if (!was.ok) return was;
  const is = await figures.ask({ ...common, ...after }, sight);
  if (!is.ok) return is;
  if (was.value.knownAt > is.value.knownAt && was.value.asOf > is.value.asOf)
    return refused('period-invalid', 'Compare an earlier moment with a later one.');
  const { programme } = is.value;
  const differing: FigureDifference[] = [];
  for (const [place, line] of was.value.lines.entries()) {
    const now = is.value.lines[place];
    if (now === undefined || now.value === line.value) continue;
    const { indicator } = line;
    const rule = INDICATORS.get(indicator)?.rule;
    const hasUnits = rule !== undefined && !('ratio' in rule) && !('days' in rule);
    const units: UnitDifference[] = [];
    if (sight === 'persons' && hasUnits)
      for await (const unit of differences(parts, { programme, indicator }, was.value, is.value))
        units.push(unit);
    differing.push({
      indicator,
      before: line.value,
      after: now.value,
      ...(sight === 'persons' ? { units } : {}),
    });
  }
  const momentOf = ({ asOf, knownAt }: Moment): Pick<Moment, 'asOf' | 'knownAt'> => ({ asOf, knownAt });
  return {
    ok: true,
    value: {
      programme,
      before: momentOf(was.value),
      after: momentOf(is.value),
      differences: differing,
    },
  };
}
