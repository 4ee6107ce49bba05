import type { Day } from '../day';
import { fraction } from '../fraction';
import { textOf } from '../json';
import type { Change } from '../indicators/unit-changes';
import type { CountedFact } from '../indicators/conditions';

/** What a person is in on a day, read from the facts until then; undefined for nothing. */
type Reading = (facts: readonly CountedFact[]) => string | undefined;

/** As the state of a journey takes it (see `evolve`); the last one of all journeys of the person. */
function stage(facts: readonly CountedFact[]): string | undefined {
  const last = facts.at(-1);
  if (last === undefined) return undefined;
  if (last.kind === 'nominate') return textOf(last.data.stage) || 'NOM';
  return textOf(last.kind === 'migrate-template' ? last.data.stage : last.data.to);
}

const OFF: Readonly<Record<string, 'placement' | 'contract'>> = {
  'cancel-placement': 'placement',
  'retract-contract': 'contract',
  'decline-contract': 'contract',
};

/** Reservations and contracts that were not taken back by then. */
function standing(facts: readonly CountedFact[]): CountedFact[] {
  const off = new Set(
    facts.flatMap(({ kind, journey, data }) => {
      const field = OFF[kind];
      return field === undefined ? [] : [`${field}/${journey}/${textOf(data[field])}`];
    }),
  );
  return facts.filter(
    ({ kind, journey, data }) =>
      (kind === 'reserve-placement' && !off.has(`placement/${journey}/${textOf(data.placement)}`)) ||
      (kind === 'prepare-contract' && !off.has(`contract/${journey}/${textOf(data.contract)}`)),
  );
}

const company: Reading = (facts) => {
  const last = standing(facts).at(-1);
  return last === undefined ? undefined : textOf(last.data.company) || undefined;
};

const site: Reading = (facts) => {
  const made = standing(facts);
  const at = made.findLast(({ kind }) => kind === 'reserve-placement');
  return at === undefined || at.data.company !== made.at(-1)?.data.company
    ? undefined
    : textOf(at.data.site) || undefined;
};

const PLACES = ['reserve-placement', 'prepare-contract', ...Object.keys(OFF)];

/** Where a person is, as a series of its own: what changes with nearly every step is kept once and not with every figure. */
export const WHEREABOUTS = {
  '#stage': { kinds: ['nominate', 'advance', 'reverse', 'migrate-template'], read: stage },
  '#company': { kinds: PLACES, read: company },
  '#site': { kinds: PLACES, read: site },
} as const satisfies Record<string, { readonly kinds: readonly string[]; readonly read: Reading }>;

const ONE = fraction(1n);
const NONE = fraction(0n);

/** The value of each day as units that come and go. */
export function changesOfValue(facts: readonly CountedFact[], read: Reading): Change[] {
  const days: Day[] = [...new Set(facts.map(({ happenedOn }) => happenedOn))].sort();
  let before: string | undefined;
  return days.flatMap((on) => {
    const value = read(facts.filter(({ happenedOn }) => happenedOn <= on));
    if (value === before) return [];
    const gone = before === undefined ? [] : [{ unit: before, on, amount: NONE }];
    before = value;
    return [...gone, ...(value === undefined ? [] : [{ unit: value, on, amount: ONE }])];
  });
}
