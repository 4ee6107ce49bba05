import { fractionText, INDICATORS, type Day } from '@lotse/domain';
import type { EvidenceDocument, FactReader, ReportedFact } from '../ports/fact-reader.port';
import type { FigureStore, FigureUnit, Moment, Place } from '../ports/figure-store.port';
import type { ProgrammeReader } from '../ports/programme-reader.port';
import { readQuery, refused, type FigureAnswer, type FigureQuery } from './figure-query';

/** A unit behind a figure, down to its documents. */
export interface ProvedUnit {
  readonly unit: string;
  readonly journey?: string;
  readonly at: Place;
  readonly since: Day;
  /** Exact. */
  readonly value: string;
  /** The facts that count it, the last first; of records their ids alone. */
  readonly facts: readonly (ReportedFact | { readonly fact: string })[];
  /** References that the facts name. */
  readonly evidence: readonly string[];
  readonly documents: readonly EvidenceDocument[];
}

/** A page of the units behind a figure, and how complete their evidence is over all of them. */
export interface ProvedUnits {
  readonly programme: string;
  readonly asOf: Day;
  readonly knownAt: string;
  readonly indicator: string;
  readonly completeness: { readonly units: number; readonly withEvidence: number };
  readonly units: readonly ProvedUnit[];
  /** Give it as `after` to go on; absent on the last page. */
  readonly next?: string;
}

export interface EvidenceParts {
  readonly store: FigureStore;
  readonly facts: FactReader;
  readonly programmes: ProgrammeReader;
}

export type UnitsQuery = Omit<FigureQuery, 'indicators' | 'by'> & {
  readonly indicator: string;
  readonly after?: string;
  readonly limit: number;
};

/** Facts and documents of units, read together. */
export async function proved(
  { facts }: Pick<EvidenceParts, 'facts'>,
  programme: string,
  units: readonly Omit<FigureUnit, 'indicator'>[],
): Promise<ProvedUnit[]> {
  const journeys = [
    ...new Set(units.flatMap((unit) => unit.facts.map((fact) => fact.slice(0, fact.lastIndexOf('/'))))),
  ];
  const references = [...new Set(units.flatMap(({ evidence }) => evidence))];
  const [known, documents] = await Promise.all([
    facts.facts(journeys),
    facts.documents(programme, references),
  ]);
  const byId = new Map(known.map((fact) => [fact.fact, fact]));
  return units.map(({ value, facts: ids, ...unit }) => ({
    ...unit,
    value: fractionText(value),
    facts: ids.map((fact) => byId.get(fact) ?? { fact }),
    documents: documents.filter(({ reference }) => unit.evidence.includes(reference)),
  }));
}

/** The units behind one figure in order of their ids, with facts, documents and hashes: for those who may see persons. */
export async function unitsOf(parts: EvidenceParts, query: UnitsQuery): Promise<FigureAnswer<ProvedUnits>> {
  const { indicator, after = '', limit } = query;
  const read = readQuery({ ...query, indicators: [indicator] }, 'persons');
  if (!read.ok) return read;
  const rule = INDICATORS.get(indicator)?.rule;
  if (rule === undefined || 'ratio' in rule)
    return refused('indicator-unknown', `${indicator} has no units of its own: ask for its two parts.`);
  const scope = await parts.programmes.resolve(query);
  if (!scope.ok) return scope;
  const { programme, asOf, knownAt } = scope.value;
  const moment: Moment = { asOf, knownAt, ...(query.from === undefined ? {} : { from: query.from }) };
  const page: Omit<FigureUnit, 'indicator'>[] = [];
  const completeness = { units: 0, withEvidence: 0 };
  let more = false;
  const question = { programme, indicator, moment, where: read.value.where };
  for await (const { indicator: _indicator, ...unit } of parts.store.units(question)) {
    completeness.units += 1;
    if (unit.evidence.length > 0) completeness.withEvidence += 1;
    if (unit.unit <= after) continue;
    if (page.length < limit) page.push(unit);
    else more = true;
  }
  const last = page.at(-1);
  return {
    ok: true,
    value: {
      programme,
      asOf,
      knownAt,
      indicator,
      completeness,
      units: await proved(parts, programme, page),
      ...(more && last !== undefined ? { next: last.unit } : {}),
    },
  };
}
