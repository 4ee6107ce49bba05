import { fractionText } from '@lotse/domain';
import type { FactReader, ReportedFact } from '../ports/fact-reader.port';
import type { FigureStore, FigureUnit, Moment } from '../ports/figure-store.port';
import { causesOf } from './explain';

/** A unit that counts differently at two moments, and the facts that made it so. */
export interface UnitDifference {
  readonly unit: string;
  /** Exact; `"0"` where it does not count. */
  readonly before: string;
  readonly after: string;
  readonly because: readonly ReportedFact[];
}

/** Pairs two streams that are both in order of their units; memory does not grow with them. */
async function* paired(
  before: AsyncIterable<FigureUnit>,
  after: AsyncIterable<FigureUnit>,
): AsyncGenerator<{ readonly was?: FigureUnit; readonly is?: FigureUnit }> {
  const [left, right] = [before[Symbol.asyncIterator](), after[Symbol.asyncIterator]()];
  let [was, is] = await Promise.all([left.next(), right.next()]);
  while (was.done !== true || is.done !== true) {
    const [a, b] = [was.done === true ? undefined : was.value, is.done === true ? undefined : is.value];
    if (a !== undefined && (b === undefined || a.unit < b.unit)) {
      yield { was: a };
      was = await left.next();
    } else if (b !== undefined && (a === undefined || b.unit < a.unit)) {
      yield { is: b };
      is = await right.next();
    } else if (a !== undefined && b !== undefined) {
      yield { was: a, is: b };
      [was, is] = await Promise.all([left.next(), right.next()]);
    }
  }
}

const journeysOf = (unit: FigureUnit | undefined): string[] =>
  unit === undefined
    ? []
    : [...unit.facts.map((fact) => fact.slice(0, fact.lastIndexOf('/'))), unit.journey ?? ''].filter(
        (journey) => journey !== '',
      );

/** Units in which one figure differs between two moments, in order, each with the facts that made the difference. */
export async function* differences(
  { store, facts }: { readonly store: FigureStore; readonly facts: FactReader },
  question: { readonly programme: string; readonly indicator: string },
  before: Moment,
  after: Moment,
): AsyncGenerator<UnitDifference> {
  const at = (moment: Moment): AsyncIterable<FigureUnit> => store.units({ ...question, moment });
  for await (const { was, is } of paired(at(before), at(after))) {
    const [then, now] = [was, is].map((unit) => (unit === undefined ? '0' : fractionText(unit.value)));
    if (then === undefined || now === undefined || then === now) continue;
    const journeys = [...new Set([...journeysOf(was), ...journeysOf(is)])].sort();
    const known = journeys.length === 0 ? [] : await facts.facts(journeys);
    yield {
      unit: was?.unit ?? is?.unit ?? '',
      before: then,
      after: now,
      because: causesOf(question.indicator, known, before, after),
    };
  }
}
