import { INDICATORS, kindsOfIndicator } from '@lotse/domain';
import type { ReportedFact } from '../ports/fact-reader.port';
import type { Moment } from '../ports/figure-store.port';

/** What takes a journey out of every figure on every day. */
const VOID = 'void';

/** Whether a fact counts at a moment: happened and recorded by then, nothing known by then replaces it. */
function counts(fact: ReportedFact, all: readonly ReportedFact[], { asOf, knownAt }: Moment): boolean {
  if (fact.recordedAt > knownAt || fact.happenedOn > asOf || fact.struck === true) return false;
  return !all.some(
    ({ journey, supersedes, recordedAt }) =>
      journey === fact.journey && supersedes === fact.version && recordedAt <= knownAt,
  );
}

const newlyKnown = ({ recordedAt }: ReportedFact, before: Moment, after: Moment): boolean =>
  recordedAt > before.knownAt && recordedAt <= after.knownAt;

/**
 * The facts that make the difference between two moments for one unit: those that count at one of them only, and what was recorded
 * between them to replace, strike or void others.
 * @param facts all facts of the unit's journeys
 */
export function causesOf(
  indicator: string,
  facts: readonly ReportedFact[],
  before: Moment,
  after: Moment,
): readonly ReportedFact[] {
  const found = INDICATORS.get(indicator);
  const kinds = found === undefined ? [] : kindsOfIndicator(found);
  return facts.filter((fact) => {
    if (fact.kind === VOID) return newlyKnown(fact, before, after);
    if (!kinds.includes(fact.kind)) return false;
    // What corrects or strikes another fact explains the difference, wherever its own day lies.
    if (fact.supersedes !== undefined && newlyKnown(fact, before, after)) return true;
    return counts(fact, facts, before) !== counts(fact, facts, after);
  });
}
