import {
  applyFacts,
  AVAILABLE,
  clocks,
  decide,
  fold,
  fractionText,
  textOf,
  VOCABULARY,
  type Command,
  type Json,
  type JourneyState,
} from '@lotse/domain';
import fc from 'fast-check';
import { personFigures, type PersonFigures } from './figures-by-hand';
import { TODAY } from './ordinary-journey';
import { acts, JOURNEYS, PERSON_OF, play, RandomWorld, type Given } from './random-journeys';

const RUNS = { numRuns: 25 };

/** Every key and item frozen, so that whatever writes into it throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** What a jsonb column gives back: keys by length, then by bytes. */
function asStored(value: Json): Json {
  if (Array.isArray(value)) return value.map(asStored);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, asStored((value as Record<string, Json>)[key] ?? null)]));
}
const throughStore = (state: JourneyState): JourneyState =>
  asStored(JSON.parse(JSON.stringify(state)) as Json) as Json & JourneyState;

/** The world whose snapshots go through the store after every command. */
class StoredWorld extends RandomWorld {
  override submit(command: Command): ReturnType<RandomWorld['submit']> {
    const decision = super.submit(command);
    const state = this.journeys.get(command.journey);
    if (state !== undefined) this.journeys.set(command.journey, throughStore(state));
    return decision;
  }
}

const figuresOf = (world: RandomWorld, asOf = TODAY, knownAt = world.now): PersonFigures =>
  personFigures(world.facts, PERSON_OF, asOf, knownAt);
const isNotVoid = ({ status }: JourneyState): boolean => status.code !== 'void';
const personsWhere = (world: RandomWorld, holds: (state: JourneyState) => boolean): ReadonlySet<string> =>
  new Set(
    [...world.journeys.values()]
      .filter((state) => isNotVoid(state) && holds(state))
      .map(({ person }) => person),
  );

describe('random journeys, much of which is refused', () => {
  it('the acts reach every kind of command and refusal that matters', () => {
    const seen = fc.sample(acts, { numRuns: 150, seed: 7 }).flatMap((sample) => [...play(sample).given]);
    const accepted = new Set(
      seen.filter(({ decision }) => decision.ok).map(({ command }) => command.command),
    );
    const refused = new Set(seen.flatMap(({ decision }) => (decision.ok ? [] : [decision.refusal.code])));
    // It changes whose journey it is, on which the figures here rest; merge.spec.ts has it.
    const never = ['merge-person'];
    expect([...AVAILABLE].filter((name) => !accepted.has(name))).toEqual(never);
    expect([...refused].sort()).toEqual(
      expect.arrayContaining([
        'guards-unmet',
        'journey-closed',
        'journey-unknown',
        'journey-void',
        'not-correctable',
        'order-not-allowed',
        'unknown-command',
      ]),
    );
  });

  const always = (name: string, holds: (world: RandomWorld, given: readonly Given[]) => void): void =>
    it(name, () => {
      fc.assert(
        fc.property(acts, (sample) => {
          const { world, given } = play(sample);
          holds(world, given);
        }),
        RUNS,
      );
    });

  always(
    'the snapshot carried step by step equals a fresh fold, in whatever order the facts come',
    (world) => {
      for (const [journey, facts] of world.facts) {
        expect(fold(journey, facts)).toEqual(world.state(journey));
        expect(fold(journey, [...facts].reverse())).toEqual(world.state(journey));
        expect(
          fold(
            journey,
            [...facts].sort((a, b) => (a.commandId < b.commandId ? -1 : 1)),
          ),
        ).toEqual(world.state(journey));
      }
    },
  );

  always('a refused command changes nothing, an accepted one adds its facts and no more', (_world, given) => {
    for (const { decision, before, after, factsBefore, factsAfter } of given) {
      if (decision.ok) {
        expect(factsAfter).toEqual([...factsBefore, ...decision.facts]);
        expect(after.version).toBe(before.version + decision.facts.length);
      } else {
        expect(after).toStrictEqual(before);
        expect(factsAfter).toStrictEqual(factsBefore);
      }
    }
  });

  always('versions have no gaps and every fact of a journey is its own', (world) => {
    for (const [journey, facts] of world.facts) {
      expect(facts.map(({ version }) => version)).toEqual(facts.map((_fact, index) => index + 1));
      expect(facts.every((fact) => fact.journey === journey)).toBe(true);
    }
  });

  always('every refusal says who can do what about it, with commands that exist', (_world, given) => {
    const unavailable = VOCABULARY.filter((name) => name.includes('-') && !AVAILABLE.has(name));
    for (const { decision } of given)
      if (!decision.ok) {
        expect(decision.refusal.unmet.length).toBeGreaterThan(0);
        for (const { guard, remedy } of decision.refusal.unmet) {
          expect(guard).not.toBe('');
          expect(remedy).toMatch(/^\S.*\.$/s);
          expect(unavailable.filter((name) => remedy.includes(name))).toEqual([]);
        }
      }
  });

  always('the state is plain JSON, without loss', (world) => {
    for (const state of world.journeys.values())
      expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
  });

  always('what a clock has fired is never listed again, and fires once', (world) => {
    for (const [journey, facts] of world.facts) {
      const state = world.state(journey);
      const fired = facts
        .filter(({ kind }) => kind === 'clock-fired')
        .map(({ data }) => `${textOf(data.clock)}.${textOf(data.dueOn)}`);
      expect(new Set(fired).size).toBe(fired.length);
      expect([...fired].sort()).toEqual(state.fired);
      const listed = clocks(state, world.templateOf(state)).map(({ code, dueOn }) => `${code}.${dueOn}`);
      expect(listed.filter((key) => state.fired.includes(key))).toEqual([]);
      expect(new Set(listed).size).toBe(listed.length);
    }
  });

  always(
    'no figure of persons exceeds the persons of journeys that are not void, on any day and known at any moment',
    (world) => {
      const moments = [...world.facts.values()]
        .flat()
        .map(({ recordedAt }) => recordedAt)
        .sort();
      for (const knownAt of [
        moments[0] ?? world.now,
        moments[Math.floor(moments.length / 2)] ?? world.now,
        world.now,
      ])
        for (const asOf of ['2026-01-14', '2026-05-01', '2026-07-01', TODAY]) {
          const {
            persons,
            students,
            commitmentsSigned,
            contractsPrepared,
            recommended,
            workMonths,
            confirmedMonths,
          } = figuresOf(world, asOf, knownAt);
          for (const figure of [students, commitmentsSigned, contractsPrepared, recommended])
            for (const person of figure) expect(persons).toContain(person);
          expect(workMonths.numerator <= BigInt(confirmedMonths) * workMonths.denominator).toBe(true);
        }
    },
  );

  always('the figures of today are what the folded journeys say', (world) => {
    const figures = figuresOf(world);
    expect(figures.students).toEqual(personsWhere(world, ({ selection }) => selection === 'selected'));
    expect(figures.commitmentsSigned).toEqual(
      personsWhere(world, ({ commitment }) => commitment.signed !== undefined),
    );
  });

  // A correction may take away the ground of a later fact: the fact still counts, the folded journey has no place for it.
  always('so are those of placements and contracts, while nothing is corrected', (_world, given) => {
    const world = new RandomWorld();
    for (const { command } of given) if (command.command !== 'correct') world.submit(command);
    const figures = figuresOf(world);
    expect(figures.recommended).toEqual(
      personsWhere(world, ({ placements }) =>
        Object.values(placements).some(({ recommended }) => recommended === true),
      ),
    );
    expect(figures.contractsPrepared).toEqual(
      personsWhere(world, ({ contracts }) =>
        Object.values(contracts).some(
          ({ declinedOn, retractedOn, withdrawnOn }) =>
            (declinedOn ?? retractedOn ?? withdrawnOn) === undefined,
        ),
      ),
    );
  });

  it('a decision is pure: the same question has the same answer, and nothing that was asked is written to', () => {
    fc.assert(
      fc.property(acts, (sample) => {
        const world = new RandomWorld();
        sample.forEach((action, index) => {
          const command = world.commandOf(action, index);
          if (command === undefined) return;
          const state = frozen(world.state(command.journey));
          const context = frozen({
            ...world.context(command),
            template: frozen(structuredClone(world.templateOf(state))),
          });
          const first = decide(state, frozen(command), context);
          expect(decide(state, command, context)).toEqual(first);
          if (first.ok) applyFacts(state, frozen(first.facts), context.history);
          world.submit(command);
        });
      }),
      { numRuns: 8 },
    );
  });

  it('a snapshot that was stored decides as one that was not', () => {
    fc.assert(
      fc.property(acts, (sample) => {
        const plain = play(sample);
        const stored = play(sample, new StoredWorld());
        expect(stored.given.map(({ decision }) => decision)).toEqual(
          plain.given.map(({ decision }) => decision),
        );
        for (const journey of JOURNEYS) {
          expect(stored.world.state(journey)).toEqual(plain.world.state(journey));
          if (plain.world.state(journey).version > 0)
            for (const state of [plain.world.state(journey)])
              expect(clocks(stored.world.state(journey), plain.world.templateOf(state))).toEqual(
                clocks(state, plain.world.templateOf(state)),
              );
        }
      }),
      RUNS,
    );
  });

  it('the order of lines of different persons does not matter', () => {
    fc.assert(
      fc.property(acts, fc.array(fc.nat({ max: 2 }), { minLength: 300, maxLength: 300 }), (sample, turns) => {
        const { world, given } = play(sample);
        const commands = given.map(({ command }) => command);
        const queues = ['p1', 'p2', 'p3'].map((person) =>
          commands.filter(({ journey }) => PERSON_OF[journey] === person),
        );
        const other = new RandomWorld();
        for (const turn of [...turns, ...commands.flatMap(() => [0, 1, 2])]) {
          const command = queues[turn]?.shift();
          if (command !== undefined) other.submit(command);
        }
        for (const journey of JOURNEYS) expect(other.state(journey)).toEqual(world.state(journey));
        const [a, b] = [figuresOf(world), figuresOf(other)];
        expect({ ...b, workMonths: fractionText(b.workMonths) }).toEqual({
          ...a,
          workMonths: fractionText(a.workMonths),
        });
      }),
      RUNS,
    );
  });
});
