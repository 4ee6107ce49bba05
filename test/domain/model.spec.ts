import { evolve, emptyJourney, fold, type Fact, type JsonObject } from '@lotse/domain';

/** A small generator whose numbers come again with the same seed (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const STAGES = ['SEL', 'COM', 'MAT', 'PRE', 'INT'] as const;
const DAYS = Array.from({ length: 64 }, (_none, index) =>
  new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString().slice(0, 10),
);
const day = (index: number): string => DAYS[index] ?? '';
const inOrder = (a: Fact, b: Fact): number =>
  a.happenedOn === b.happenedOn ? a.seq - b.seq : a.happenedOn < b.happenedOn ? -1 : 1;

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

/** The reference: it never folds, it looks each answer up in the list of what counts, from the end. */
function reference(facts: readonly Fact[]): JsonObject {
  const out = new Set(facts.map(({ correction }) => correction?.supersedes));
  const counts = facts.filter(({ version, correction }) => !out.has(version) && !correction?.struck);
  const order = [...counts].sort(inOrder);
  const last = (kinds: readonly string[], holds: (fact: Fact) => boolean = () => true): Fact | undefined =>
    order.findLast((fact) => kinds.includes(fact.kind) && holds(fact));
  const of = (name: string, id: string) => (fact: Fact) => fact.data[name] === id;
  const after = (fact: Fact, earlier: Fact | undefined): boolean =>
    earlier !== undefined && inOrder(fact, earlier) > 0;
  const statuses: Readonly<Record<string, string>> = {
    nominate: 'open',
    hold: 'on-hold',
    resume: 'open',
    close: 'closed',
    reopen: 'open',
  };
  const moved = last(['advance', 'reverse']);
  const voided = last(['void']);
  const placements = ['pl-0', 'pl-1'].flatMap((id) => {
    const reserved = last(['reserve-placement'], of('placement', id));
    if (reserved === undefined) return [];
    const started = last(['start-internship'], (fact) => of('placement', id)(fact) && after(fact, reserved));
    const months = ['2026-01', '2026-02', '2026-03'].flatMap((month) => {
      const told = last(
        ['confirm-month', 'contest-month'],
        (fact) => of('placement', id)(fact) && fact.data.month === month && after(fact, reserved),
      );
      return told === undefined
        ? []
        : [`${month} ${told.kind === 'confirm-month' ? 'confirmed' : 'contested'}`];
    });
    return [`${id} ${started?.happenedOn ?? '-'} ${months.join(',')}`];
  });
  const costs = ['co-0', 'co-1'].flatMap((id) => {
    const cost = last(['record-cost'], of('cost', id));
    const repaid = cost && last(['repay-cost'], (fact) => of('cost', id)(fact) && after(fact, cost));
    return cost === undefined ? [] : [`${id} ${String(cost.data.payer)} ${repaid?.happenedOn ?? '-'}`];
  });
  const signed = last(['sign-commitment', 'withdraw-commitment']);
  return {
    version: facts.length,
    stage: `${String(moved?.data.to ?? 'NOM')} ${(moved ?? order[0])?.happenedOn ?? ''}`,
    status: voided === undefined ? (statuses[last(Object.keys(statuses))?.kind ?? ''] ?? '') : 'void',
    selection: last(['decide-selection'])?.data.outcome ?? null,
    signedOn: signed?.kind === 'sign-commitment' ? signed.happenedOn : null,
    placements,
    costs,
    route: last(['choose-route'])?.data.route ?? null,
    checkIns: order.filter(({ kind }) => kind === 'check-in').length,
    risk: last(['check-in'])?.data.risk ?? null,
    holds: order.filter(({ kind }) => kind === 'hold').length,
    stops: order.filter(({ kind }) => kind === 'stop-clock').length,
  };
}

/** The same answers out of the folded journey. */
function seen(facts: readonly Fact[]): JsonObject {
  const state = fold('j', facts);
  return {
    version: state.version,
    stage: `${state.stage.code} ${state.stage.on}`,
    status: state.status.code,
    selection: state.selection ?? null,
    signedOn: state.commitment.signed?.on ?? null,
    placements: Object.values(state.placements)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(
        ({ id, startedOn, months }) =>
          `${id} ${startedOn ?? '-'} ${Object.entries(months)
            .map(([month, standing]) => `${month} ${standing}`)
            .sort()
            .join(',')}`,
      ),
    costs: Object.entries(state.fairness.costs)
      .map(([id, { payer, repaidOn }]) => `${id} ${payer} ${repaidOn ?? '-'}`)
      .sort(),
    route: state.stays['2']?.route?.code ?? null,
    checkIns: state.integration.checkIns.length,
    risk: state.integration.checkIns.at(-1)?.risk ?? null,
    holds: state.holds.length,
    stops: state.adjustments.matching?.stops.length ?? 0,
  };
}

/** `MODEL_SECONDS` lets it run longer; `SEED` repeats a run. */
const SECONDS = Number(process.env.MODEL_SECONDS ?? 4);
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);

describe('the fold against a reference that never folds', () => {
  it('agrees on every random sequence of events', () => {
    const began = process.hrtime.bigint();
    const elapsed = (): number => Number(process.hrtime.bigint() - began) / 1e9;
    let sequences = 0;
    while (elapsed() < SECONDS) {
      for (let batch = 0; batch < 50; batch += 1) {
        const seed = SEED + sequences;
        const facts = events(seed, 2 + (seed % 40));
        const [folded, told] = [JSON.stringify(seen(facts)), JSON.stringify(reference(facts))];
        if (folded !== told) expect({ seed, ...seen(facts) }).toEqual({ seed, ...reference(facts) });
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
