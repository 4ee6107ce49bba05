import {
  addFractions,
  atMostOne,
  effectiveFacts,
  fraction,
  shareOfMonth,
  textOf,
  type Fact,
  type Fraction,
} from '@lotse/domain';

/** Figures of domain.md §4.1 that count persons and months, worked out from facts by its pseudo code, slowly and plainly. */
export interface PersonFigures {
  readonly persons: ReadonlySet<string>;
  readonly students: ReadonlySet<string>;
  readonly commitmentsSigned: ReadonlySet<string>;
  readonly contractsPrepared: ReadonlySet<string>;
  readonly recommended: ReadonlySet<string>;
  readonly workMonths: Fraction;
  /** Distinct person × calendar month with a valid confirmation. */
  readonly confirmedMonths: number;
}

const last = (facts: readonly Fact[], ...kinds: readonly string[]): Fact | undefined =>
  facts.filter(({ kind }) => kinds.includes(kind)).at(-1);
const about = (facts: readonly Fact[], field: string): readonly (readonly Fact[])[] =>
  [...new Set(facts.flatMap(({ data }) => (data[field] === undefined ? [] : [data[field]])))].map((id) =>
    facts.filter(({ data }) => data[field] === id),
  );

function isPrepared(contract: readonly Fact[], journey: readonly Fact[]): boolean {
  const prepared = contract.findIndex(({ kind }) => kind === 'prepare-contract');
  const preparedFact = contract[prepared];
  if (preparedFact === undefined || last(contract, 'retract-contract', 'decline-contract') !== undefined)
    return false;
  const from = journey.indexOf(preparedFact);
  return !journey.some((fact, index) => {
    if (fact.kind !== 'withdraw' || index < from) return false;
    const signed = contract
      .filter(({ kind }) => kind === 'sign-contract')
      .filter((signature) => journey.indexOf(signature) < index);
    return new Set(signed.map(({ data }) => data.party)).size < 2;
  });
}

/** F(D, K) of one journey: undefined when it is void at K. */
function factsOf(facts: readonly Fact[], asOf: string, knownAt: string): readonly Fact[] | undefined {
  const known = facts.filter(({ recordedAt }) => recordedAt <= knownAt);
  if (known.some(({ kind }) => kind === 'void')) return undefined;
  return effectiveFacts(known).filter(({ happenedOn }) => happenedOn <= asOf);
}

/** A fact of a person, with the journey it stands in. */
interface Decision {
  readonly person: string;
  readonly journey: string;
  readonly fact: Fact;
}

/** Over all journeys of a person the last decision holds: re-entry counts once (rule 13). */
const byDay = (a: Decision, b: Decision): number =>
  a.fact.happenedOn === b.fact.happenedOn
    ? a.fact.seq - b.fact.seq || (a.journey < b.journey ? -1 : 1)
    : a.fact.happenedOn < b.fact.happenedOn
      ? -1
      : 1;

/** The figures of journeys, given all their facts and the person of each. */
export function personFigures(
  journeys: ReadonlyMap<string, readonly Fact[]>,
  personOf: Readonly<Record<string, string>>,
  asOf: string,
  knownAt: string,
): PersonFigures {
  const sets = {
    persons: new Set<string>(),
    students: new Set<string>(),
    commitmentsSigned: new Set<string>(),
    contractsPrepared: new Set<string>(),
    recommended: new Set<string>(),
  };
  const months = new Map<string, Fraction>();
  const decisions: Decision[] = [];
  for (const [journey, all] of journeys) {
    const facts = factsOf(all, asOf, knownAt);
    const person = personOf[journey] ?? journey;
    if (facts === undefined) continue;
    if (all.some(({ recordedAt }) => recordedAt <= knownAt)) sets.persons.add(person);
    for (const fact of facts) decisions.push({ person, journey, fact });
    if (about(facts, 'contract').some((contract) => isPrepared(contract, facts)))
      sets.contractsPrepared.add(person);
    for (const placement of about(facts, 'placement')) {
      if (last(placement, 'recommend')?.data.recommended === true) sets.recommended.add(person);
      for (const month of about(placement, 'month')) {
        const valid = last(month, 'confirm-month', 'contest-month');
        if (valid?.kind !== 'confirm-month') continue;
        const key = `${person} ${textOf(valid.data.month)}`;
        const share = shareOfMonth(Number(valid.data.workedDays), Number(valid.data.plannedDays));
        months.set(key, addFractions(months.get(key) ?? fraction(0n), share));
      }
    }
  }
  for (const person of sets.persons) {
    const own = decisions
      .filter((one) => one.person === person)
      .sort(byDay)
      .map(({ fact }) => fact);
    if (last(own, 'decide-selection')?.data.outcome === 'selected') sets.students.add(person);
    if (last(own, 'sign-commitment', 'withdraw-commitment', 'withdraw')?.kind === 'sign-commitment')
      sets.commitmentsSigned.add(person);
  }
  return {
    ...sets,
    workMonths: [...months.values()].map(atMostOne).reduce(addFractions, fraction(0n)),
    confirmedMonths: months.size,
  };
}
