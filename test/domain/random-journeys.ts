import {
  addDays,
  clocks,
  textOf,
  type Actor,
  type Command,
  type Decision,
  type Fact,
  type JourneyState,
  type JsonObject,
} from '@lotse/domain';
import fc from 'fast-check';
import {
  CANDIDATE,
  COMPANY,
  CONTRACT,
  COORDINATOR,
  MENTOR,
  PLACEMENT,
  recordsOnly,
  TODAY,
} from './ordinary-journey';
import { OTHER_AXES, WAY } from './random-way';
import { World } from './world';

/** Journeys of the random world: `j3` is the same person's as `j1`, so that it is taken only when `j1` is over. */
export const JOURNEYS = ['j1', 'j2', 'j3', 'j4'] as const;
export const PERSON_OF: Readonly<Record<string, string>> = { j1: 'p1', j2: 'p2', j3: 'p1', j4: 'p3' };

/** One random act. Much of it is refused: that is meant. */
export interface Act {
  readonly journey: string;
  readonly what: 'next' | 'skip' | 'other' | 'correct' | 'fire';
  /** Picks the command, the fact or the clock. */
  readonly pick: number;
  /** Days added to the script's day, or days after the first of January. */
  readonly day: number;
  readonly amount: number;
}

/** Acts beside the ordinary way, by the person who may do them; placements and contracts are named per journey. */
const OTHERS: readonly (readonly [command: string, by: Actor, data: (amount: number) => JsonObject])[] = [
  ['withdraw', CANDIDATE, () => ({ reason: 'x' })],
  ['close', COORDINATOR, () => ({ outcome: 'left', party: 'candidate', returnable: true })],
  ['reopen', COORDINATOR, () => ({ reason: 'x' })],
  ['reopen', COORDINATOR, () => ({ reason: 'x' })],
  ['void', COORDINATOR, () => ({ reason: 'x', approvedBy: 'second-person' })],
  ['withdraw-commitment', CANDIDATE, () => ({ reason: 'x' })],
  ['sign-commitment', CANDIDATE, () => ({ textVersion: 'sv-1', noFeesPaid: true, evidence: 'e' })],
  ['decide-selection', COORDINATOR, (n) => ({ outcome: n % 2 === 0 ? 'rejected' : 'waiting-list' })],
  [
    'score',
    { role: 'assessor' },
    (n) => ({ assessor: `as-${n % 3}`, score: n, conflictOfInterest: n % 2 === 0 }),
  ],
  [
    'reserve-placement',
    COORDINATOR,
    (n) => ({
      ...PLACEMENT,
      placement: 'pl-2',
      site: 'Torgau',
      hoursPerWeek: 10 + n,
      from: '2026-04-01',
      to: '2026-07-31',
    }),
  ],
  ['agree-placement', COMPANY, () => ({ placement: 'pl-2', mentor: 'm' })],
  ['opt-in', CANDIDATE, () => ({ placement: 'pl-2' })],
  ['start-internship', MENTOR, () => ({ placement: 'pl-2' })],
  [
    'end-placement',
    COORDINATOR,
    (n) => ({
      placement: n % 2 === 0 ? 'pl-1' : 'pl-2',
      how: n % 3 === 0 ? 'no-show' : 'early',
      lastDay: '2026-05-10',
    }),
  ],
  ['cancel-placement', COORDINATOR, (n) => ({ placement: n % 2 === 0 ? 'pl-1' : 'pl-2', reason: 'x' })],
  [
    'confirm-month',
    MENTOR,
    (n) => ({
      placement: n % 2 === 0 ? 'pl-1' : 'pl-2',
      month: `2026-0${3 + (Math.floor(n / 2) % 4)}`,
      workedDays: n / 2,
      plannedDays: 20,
      evidence: 'm',
    }),
  ],
  [
    'contest-month',
    CANDIDATE,
    (n) => ({
      placement: n % 2 === 0 ? 'pl-1' : 'pl-2',
      month: `2026-0${3 + (Math.floor(n / 2) % 4)}`,
      reason: 'x',
    }),
  ],
  ['interrupt-placement', MENTOR, () => ({ placement: 'pl-1', reason: 'x' })],
  ['interrupt-placement', MENTOR, () => ({ placement: 'pl-1', reason: 'x' })],
  ['resume-placement', MENTOR, () => ({ placement: 'pl-1' })],
  ['resume-placement', MENTOR, () => ({ placement: 'pl-1' })],
  ['recommend', COMPANY, (n) => ({ placement: n % 2 === 0 ? 'pl-1' : 'pl-2', recommended: n % 3 === 0 })],
  ['prepare-contract', COMPANY, () => ({ ...CONTRACT, contract: 'ct-2' })],
  ['decline-contract', CANDIDATE, () => ({ contract: 'ct-2', reason: 'x' })],
  ['decline-contract', CANDIDATE, (n) => ({ contract: n % 2 === 0 ? 'ct-1' : 'ct-2', reason: 'x' })],
  ['decline-contract', CANDIDATE, () => ({ contract: 'ct-2', reason: 'x' })],
  ['retract-contract', COMPANY, (n) => ({ contract: n % 2 === 0 ? 'ct-1' : 'ct-2', reason: 'x' })],
  [
    'advance',
    COORDINATOR,
    (n) => ({ to: ['SEL', 'COM', 'MAT', 'PRE', 'INT', 'EVA', 'RET', 'CON'][n % 8] ?? 'SEL' }),
  ],
  ['waive-commitment', COORDINATOR, () => ({ reason: 'x', approvedBy: 'second-person' })],
  ...OTHER_AXES,
  ['unheard-of', COORDINATOR, () => ({})],
];

/** What a correction of a fact may change, by its kind. */
const CHANGES: Readonly<Record<string, (amount: number) => JsonObject>> = {
  'decide-selection': (n) => ({ outcome: n % 2 === 0 ? 'selected' : 'rejected' }),
  'confirm-month': (n) => ({ workedDays: n / 2 }),
  recommend: (n) => ({ recommended: n % 2 === 0 }),
  'reserve-placement': (n) => ({ hoursPerWeek: n / 2, to: addDays('2026-05-01', n) }),
  'end-placement': (n) => ({ lastDay: addDays('2026-04-20', n) }),
  score: (n) => ({ score: n, conflictOfInterest: n % 2 === 0 }),
};

/** Ids are unique per installation: the script's own become the journey's. */
const named = (journey: string, data: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (name === 'placement' || name === 'contract') return [name, `${textOf(value)}-${journey}`];
      return name === 'person' ? [name, PERSON_OF[journey] ?? `p-${journey}`] : [name, value];
    }),
  );

/** The random world: three persons, and facts that were recorded a second after each other. */
export class RandomWorld extends World {
  private seconds = 0;
  private readonly next = new Map<string, number>();

  constructor() {
    super(TODAY);
    for (const [key, body] of recordsOnly().records) this.records.set(key, body);
    this.record('person', { id: 'p3', bornOn: '1999-02-28' });
  }

  override context(command: Command): ReturnType<World['context']> {
    const context = super.context(command);
    const recordedAt = new Date(Date.parse(`${TODAY}T00:00:00Z`) + this.seconds * 1000).toISOString();
    return { ...context, stamp: { ...context.stamp, recordedAt } };
  }

  /** The command of an act as things stand now; nothing where the journey has no such fact or clock. */
  commandOf(action: Act, index: number): Command | undefined {
    const { journey, what, pick, day, amount } = action;
    const id = `c${index}`;
    if (what === 'next' || what === 'skip') {
      const place = this.next.get(journey) ?? 0;
      this.next.set(journey, place + (what === 'skip' ? 2 : 1));
      const step = WAY[what === 'skip' ? place + 1 : place];
      if (step === undefined) return undefined;
      const shift = pick % 8 === 0 ? day % 4 : 0;
      return {
        id,
        journey,
        command: step.command,
        happenedOn: addDays(step.on, shift),
        by: step.by,
        data: named(journey, step.data),
      };
    }
    if (what === 'correct') return this.correction(action, id);
    if (what === 'fire') return this.firing(action, id);
    const [command, by, data] = OTHERS[pick % OTHERS.length] ?? OTHERS[0]!;
    return {
      id,
      journey,
      command,
      happenedOn: day > 220 ? TODAY : addDays('2026-01-01', day),
      by,
      data: named(journey, data(amount)),
    };
  }

  private correction({ journey, pick, day, amount }: Act, id: string): Command | undefined {
    const facts = this.facts.get(journey) ?? [];
    const old = facts[pick % Math.max(facts.length, 1)];
    if (old === undefined) return undefined;
    const change = CHANGES[old.kind];
    const how: JsonObject =
      amount % 3 === 0
        ? { strike: true }
        : amount % 3 === 1 || change === undefined
          ? { happenedOn: addDays(old.happenedOn, (day % 40) - 20) }
          : { data: change(amount) };
    return {
      id,
      journey,
      command: 'correct',
      happenedOn: TODAY,
      by: COORDINATOR,
      data: { supersedes: old.commandId, reason: 'x', ...how },
    };
  }

  private firing({ journey, pick }: Act, id: string): Command | undefined {
    const state = this.state(journey);
    if (state.version === 0) return undefined;
    const open = clocks(state, this.templateOf(state), this.isWorkingDay);
    const clock = open[pick % Math.max(open.length, 1)];
    if (clock === undefined) return undefined;
    return {
      id,
      journey,
      command: 'fire-clock',
      happenedOn: TODAY,
      by: { role: 'system' },
      data: { clock: clock.code, dueOn: clock.dueOn, effect: clock.effect },
    };
  }

  /** Gives one command; Lotse's own under its own name. */
  override submit(command: Command): Decision {
    this.seconds += 1;
    this.submittedBy = command.command === 'fire-clock' ? 'system' : 'administrator';
    return super.submit(command);
  }

  get now(): string {
    return new Date(Date.parse(`${TODAY}T00:00:00Z`) + this.seconds * 1000).toISOString();
  }
}

/** What happened: every command that was given, what was answered, and the journey before and after. */
export interface Given {
  readonly command: Command;
  readonly decision: Decision;
  readonly before: JourneyState;
  readonly after: JourneyState;
  readonly factsBefore: readonly Fact[];
  readonly factsAfter: readonly Fact[];
}

/** Plays acts one after another. */
export function play(
  acts: readonly Act[],
  world = new RandomWorld(),
): { readonly world: RandomWorld; readonly given: readonly Given[] } {
  const given = acts.flatMap((action, index) => {
    const command = world.commandOf(action, index);
    if (command === undefined) return [];
    const before = world.state(command.journey);
    const factsBefore = world.facts.get(command.journey) ?? [];
    const decision = world.submit(command);
    return [
      {
        command,
        decision,
        before,
        factsBefore,
        after: world.state(command.journey),
        factsAfter: world.facts.get(command.journey) ?? [],
      },
    ];
  });
  return { world, given };
}

/** Evenly spread: numbers that fast-check likes best would pick the same few commands. */
const upTo = (max: number): fc.Arbitrary<number> => fc.noBias(fc.nat({ max }));
const actOf = (what: fc.Arbitrary<Act['what']>): fc.Arbitrary<Act> =>
  fc.record({
    journey: fc.constantFrom(...JOURNEYS),
    what,
    pick: upTo(10_000),
    day: upTo(320),
    amount: upTo(62),
  });

/** Most journeys go some way as they should; then anything may happen, and they go on. */
export const acts: fc.Arbitrary<readonly Act[]> = fc
  .tuple(
    fc.array(
      fc.record({
        journey: fc.constantFrom(...JOURNEYS),
        steps: fc.noBias(fc.integer({ min: 1, max: WAY.length })),
      }),
      { minLength: 1, maxLength: 4, size: 'max' },
    ),
    fc.array(
      actOf(
        fc.oneof(
          { weight: 5, arbitrary: fc.constant('next' as const) },
          { weight: 1, arbitrary: fc.constant('skip' as const) },
          { weight: 6, arbitrary: fc.constant('other' as const) },
          { weight: 3, arbitrary: fc.constant('correct' as const) },
          { weight: 2, arbitrary: fc.constant('fire' as const) },
        ),
      ),
      { minLength: 10, maxLength: 70, size: 'max' },
    ),
  )
  .map(([ways, rest]) => [
    ...ways.flatMap(({ journey, steps }) =>
      Array.from({ length: steps }, (): Act => ({ journey, what: 'next', pick: 1, day: 0, amount: 0 })),
    ),
    ...rest,
  ]);
