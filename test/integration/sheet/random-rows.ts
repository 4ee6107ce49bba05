import fc from 'fast-check';
import { RecordBuilder } from './record-builder';
import type { FactRow, Rows } from './rows';

/** By journey: the first person has two. */
const PERSONS = ['anna', 'bek', 'anna'];
const ORGANISATIONS = {
  c1: 'company',
  c2: 'company',
  u1: 'university',
  i1: 'institute',
  t1: 'training-campus',
};
const MONTHS = ['2024-01', '2024-02'];
const INSTANTS = ['2024-03-01T00:00:00Z', '2024-03-02T00:00:00Z', '2024-03-03T00:00:00Z'];

/** Days of one week, so that many facts meet on one day. */
export const someDay = fc.integer({ min: 1, max: 7 }).map((day) => `2024-01-${String(day).padStart(2, '0')}`);
export const someInstant = fc.constantFrom(...INSTANTS);

const placement = fc.constantFrom('a', 'b');
const halves = (least: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: 62 }).map((half) => half / 2);
const days = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ workedDays: 0, plannedDays: 0 }) },
  { weight: 6, arbitrary: fc.record({ workedDays: halves(0), plannedDays: halves(1) }) },
);
const about = (
  kind: string,
  ...more: readonly fc.Arbitrary<object>[]
): fc.Arbitrary<{ kind: string; data: object }> =>
  fc
    .tuple(placement, ...more)
    .map(([id, ...rest]) => ({ kind, data: Object.assign({ placement: id, contract: id }, ...rest) }));
const plain = (kind: string): fc.Arbitrary<{ kind: string; data: object }> => fc.constant({ kind, data: {} });
const month = fc.record({ month: fc.constantFrom(...MONTHS) });

const withdrawal = plain('withdraw');
const reservation = about(
  'reserve-placement',
  fc.record({ company: fc.constantFrom('c1', 'c2'), site: fc.constantFrom('Oschatz', 'Torgau') }),
);
const agreed = about('agree-placement');

/** A record is told about one part of the journey at a time, so that its facts meet and contradict each other. */
const THEMES = [
  fc.oneof(
    fc
      .constantFrom('selected', 'waiting-list', 'rejected')
      .map((outcome) => ({ kind: 'decide-selection', data: { outcome } })),
    { weight: 2, arbitrary: plain('sign-commitment') },
    plain('withdraw-commitment'),
    withdrawal,
  ),
  fc.oneof(
    { weight: 4, arbitrary: reservation },
    { weight: 4, arbitrary: agreed },
    about('cancel-placement'),
    { weight: 2, arbitrary: about('start-internship') },
    { weight: 2, arbitrary: about('end-placement') },
    { weight: 2, arbitrary: withdrawal },
  ),
  fc.oneof(
    { weight: 3, arbitrary: about('confirm-month', month, days) },
    about('contest-month', month),
    about('recommend', fc.record({ recommended: fc.boolean() })),
  ),
  fc.oneof(
    { weight: 4, arbitrary: about('prepare-contract') },
    {
      weight: 6,
      arbitrary: about('sign-contract', fc.record({ party: fc.constantFrom('company', 'candidate') })),
    },
    about('decline-contract'),
    about('retract-contract'),
    { weight: 2, arbitrary: withdrawal },
    about('recommend', fc.record({ recommended: fc.boolean() })),
  ),
] as const;

const stepOf = (someFact: (typeof THEMES)[number]) =>
  fc.record({
    journey: fc.nat(PERSONS.length - 1),
    happenedOn: someDay,
    recordedAt: someInstant,
    act: fc.oneof(
      { weight: 12, arbitrary: someFact.map((fact) => ({ kind: 'fact' as const, fact })) },
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('correct' as const),
          which: fc.nat(),
          struck: fc.boolean(),
        }),
      },
      { weight: 1, arbitrary: fc.constant({ kind: 'void' as const }) },
    ),
  });
const someSteps = fc
  .constantFrom(...THEMES)
  .chain((theme) => fc.array(stepOf(theme), { maxLength: 40, size: 'max' }));

const organisation = fc.constantFrom(...Object.keys(ORGANISATIONS));
const id = fc.constantFrom('x', 'y', 'z');
const tripDay = fc.record({
  date: someDay,
  country: fc.constantFrom('KG', 'DE'),
  kind: fc.constantFrom('work', 'travel', 'rest'),
  delegates: fc.constantFrom([], ['carrier:1']),
});
const someLine = fc.oneof(
  fc.record({ organisation, from: someDay, to: someDay }).map((body) => ({ type: 'agreement', body })),
  fc
    .record({ organisation, on: someDay, intends: fc.constantFrom('takeover', 'none') })
    .map((body) => ({ type: 'intention', body })),
  fc
    .record({
      organisation,
      on: someDay,
      status: fc.constantFrom('interested', 'committed', 'partner', 'ended'),
    })
    .map((body) => ({ type: 'engagement', body })),
  fc
    .record({ from: someDay, to: someDay }, { requiredKeys: ['from'] })
    .map((body) => ({ type: 'partnership', body })),
  fc
    .record({ days: fc.array(tripDay, { minLength: 1, maxLength: 4 }) })
    .map((body) => ({ type: 'trip', body })),
  fc
    .record({
      respondent: id,
      round: id,
      on: someDay,
      respondentKind: fc.constantFrom('company', 'student', 'university'),
    })
    .map((body) => ({ type: 'interview', body })),
);
const line = fc.record({ id, line: someLine, recordedAt: someInstant });

type Step = typeof someSteps extends fc.Arbitrary<readonly (infer Value)[]> ? Value : never;

/** Placements and contracts are their journey's own. */
const journeyOf = (number: number): { journey: string; person: string } => ({
  journey: `j${number}`,
  person: PERSONS[number] ?? '',
});
const ownIds = (journey: string, data: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      ['placement', 'contract'].includes(name) ? `${journey}-${value}` : value,
    ]),
  );

/** The ids of placements and contracts are given once, as `submit` sees to. */
const isTaken = ({ rows }: RecordBuilder, kind: string, data: Readonly<Record<string, unknown>>): boolean =>
  (kind === 'reserve-placement' &&
    rows.facts.some((fact) => fact.kind === kind && fact.data.placement === data.placement)) ||
  (kind === 'prepare-contract' &&
    rows.facts.some((fact) => fact.kind === kind && fact.data.contract === data.contract));

function append(builder: RecordBuilder, { journey: number, happenedOn, recordedAt, act }: Step): void {
  const journey = journeyOf(number);
  if (act.kind === 'void') {
    // One journey only: else most records would be empty.
    if (number === 2) builder.fact({ ...journey, kind: 'void', happenedOn, recordedAt, data: {} });
    return;
  }
  if (act.kind === 'fact') {
    const data = ownIds(journey.journey, act.fact.data);
    if (isTaken(builder, act.fact.kind, data)) return;
    builder.fact({
      ...journey,
      kind: act.fact.kind,
      happenedOn,
      recordedAt,
      data,
    });
    return;
  }
  const own = builder.rows.facts.filter((fact) => fact.journey === journey.journey);
  const open = own.filter(
    ({ kind, struck, version }) =>
      kind !== 'void' && !struck && !own.some((fact) => fact.supersedes === version),
  );
  const old: FactRow | undefined = open[act.which % Math.max(open.length, 1)];
  if (old === undefined) return;
  const { kind, seq, data, version: supersedes } = old;
  const known = recordedAt < old.recordedAt ? old.recordedAt : recordedAt;
  builder.fact({
    ...journey,
    kind,
    seq,
    data,
    supersedes,
    struck: act.struck,
    happenedOn,
    recordedAt: known,
  });
}

/**
 * Whatever may lie on record, also what commands would refuse: facts in any order, recorded late, corrected, struck and
 * void, lines in several versions.
 */
export const someRows: fc.Arbitrary<Rows> = fc
  .tuple(someSteps, fc.array(line, { maxLength: 20, size: 'max' }))
  .map(([steps, lines]) => {
    const builder = new RecordBuilder('prog', INSTANTS[0]);
    for (const [name, kind] of Object.entries(ORGANISATIONS)) builder.organisation(name, kind);
    for (const given of lines) builder.line(given.line.type, given.id, { ...given.line.body }, given);
    for (const given of steps) append(builder, given);
    return builder.rows;
  });
