import { evolve, emptyJourney, fold, type Fact, type JsonObject } from '@lotse/domain';
import { numbers } from './random-numbers';
import { inOrder, reference, seen } from './reference-model';

const STAGES = ['SEL', 'COM', 'MAT', 'PRE', 'INT'] as const;
const DAYS = Array.from({ length: 64 }, (_none, index) =>
  new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString().slice(0, 10),
);
const day = (index: number): string => DAYS[index] ?? '';
/** What an event of a kind carries; two placements, three months and two contracts are enough to collide. */
const DATA: Readonly<Record<string, (next: (below: number) => number) => JsonObject>> = {
  'decide-selection': (next) => ({ outcome: ['selected', 'rejected', 'waiting-list'][next(3)] ?? '' }),
  'sign-commitment': () => ({ textVersion: 'sv-1' }),
  'withdraw-commitment': () => ({}),
  advance: (next) => ({ to: STAGES[next(STAGES.length)] ?? 'SEL' }),
  reverse: (next) => ({ to: STAGES[next(STAGES.length)] ?? 'SEL' }),
  hold: () => ({ reason: 'x' }),
  resume: () => ({}),
  close: () => ({ outcome: 'x', party: 'candidate', returnable: true }),
  reopen: () => ({}),
  void: () => ({}),
  'reserve-placement': (next) => ({ placement: `pl-${next(2)}`, company: 'c' }),
  'start-internship': (next) => ({ placement: `pl-${next(2)}` }),
  'confirm-month': (next) => ({ placement: `pl-${next(2)}`, month: `2026-0${1 + next(3)}` }),
  'contest-month': (next) => ({ placement: `pl-${next(2)}`, month: `2026-0${1 + next(3)}` }),
  'record-cost': (next) => ({ cost: `co-${next(2)}`, payer: next(2) === 0 ? 'candidate' : 'company' }),
  'repay-cost': (next) => ({ cost: `co-${next(2)}` }),
  'choose-route': (next) => ({ stay: 2, route: ['18b', '18g'][next(2)] ?? '', fastTrack: next(2) === 0 }),
  'check-in': (next) => ({ period: 'P7D', risk: ['none', 'watch'][next(2)] ?? '', needs: [] }),
  'stop-clock': () => ({ clock: 'matching' }),
  'resume-clock': () => ({ clock: 'matching' }),
};
const KINDS = Object.keys(DATA);

/** Random events of one journey: some on days long past, some corrected or struck by later ones. */
function events(seed: number, length: number): readonly Fact[] {
  const next = numbers(seed);
  const facts: Fact[] = [];
  const taken = new Set<number>();
  for (let version = 1; version <= length; version += 1) {
    const old = version > 2 && next(6) === 0 ? facts[1 + next(version - 2)] : undefined;
    const corrects = old !== undefined && !taken.has(old.version) && old.correction?.struck !== true;
    const kind = version === 1 ? 'nominate' : corrects ? old.kind : (KINDS[next(KINDS.length)] ?? 'hold');
    if (corrects) taken.add(old.version);
    const on = version === 1 ? day(0) : day(1 + (next(4) === 0 ? next(60) : version));
    facts.push({
      journey: 'j',
      version,
      seq: corrects ? old.seq : version,
      kind,
      commandId: `c${version}`,
      happenedOn: on,
      recordedAt: '2026-11-21T00:00:00.000Z',
      insertedAt: '2026-11-21T00:00:00.000Z',
      insertedOn: '2026-11-21',
      by: { role: 'coordinator' },
      submittedBy: 's',
      template: 't@1',
      data: version === 1 ? { person: 'p', stage: 'NOM' } : (DATA[kind]?.(next) ?? {}),
      ...(corrects ? { correction: { supersedes: old.version, struck: next(2) === 0 } } : {}),
    });
  }
  return facts;
}

/** `MODEL_SECONDS` lets it run longer; `SEED` repeats a run. */
const SECONDS = Number(process.env.MODEL_SECONDS ?? 4);
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);

jest.setTimeout((SECONDS + 30) * 1_000);

describe('the fold against a reference that never folds', () => {
  it('agrees on every random sequence of events', () => {
    const began = process.hrtime.bigint();
    const elapsed = (): number => Number(process.hrtime.bigint() - began) / 1e9;
    let sequences = 0;
    while (elapsed() < SECONDS) {
      for (let batch = 0; batch < 50; batch += 1) {
        const seed = SEED + sequences;
        const facts = events(seed, 2 + (seed % 40));
        const [folded, told] = [JSON.stringify(seen(fold('j', facts))), JSON.stringify(reference(facts))];
        if (folded !== told)
          expect({ seed, ...seen(fold('j', facts)) }).toEqual({ seed, ...reference(facts) });
        sequences += 1;
      }
    }
    const aMinute = Math.round((sequences / elapsed()) * 60);
    process.stdout.write(`model: ${sequences} sequences, ${aMinute} a minute, SEED=${SEED}\n`);
    expect(sequences).toBeGreaterThan(0);
  });

  it('carried on fact by fact it is the same, as long as every fact is the last in order', () => {
    const next = numbers(SEED);
    for (let run = 0; run < 200; run += 1) {
      const facts = events(SEED + run, 2 + next(30))
        .filter(({ correction }) => correction === undefined)
        .sort(inOrder);
      const state = facts.reduce(evolve, emptyJourney('j'));
      expect(state).toEqual(fold('j', facts));
    }
  });
});
