import { AVAILABLE, VOCABULARY, type Decision, type Role } from '@lotse/domain';
import {
  act,
  codeOf,
  commandOfStep,
  COORDINATOR,
  correct,
  give,
  giveStep,
  guardsOf,
  JOURNEY,
  recordsOnly,
  stepOf,
  strike,
  unmetOf,
  wholeWorld,
  worldAfter,
  worldBefore,
  type Step,
} from './ordinary-journey';
import { MISSING } from './stage-guards';
import type { World } from './world';

/** Names of commands that this version cannot take and that no English word equals. */
const UNAVAILABLE = VOCABULARY.filter((name) => name.includes('-') && !AVAILABLE.has(name));

const advanceTo = (world: World, stage: string): Decision =>
  world.ask(commandOfStep(stepOf(`advance.${stage}`)));

describe('entry into every stage', () => {
  it.each(['SEL', 'COM', 'MAT', 'PRE', 'INT', 'EVA', 'RET', 'CON', 'ARR'])(
    '%s with everything met',
    (stage) => {
      const world = worldAfter(`advance.${stage}`);
      expect(world.state(JOURNEY).stage).toMatchObject({ code: stage, on: stepOf(`advance.${stage}`).on });
    },
  );

  it.each(MISSING)(
    '$stage without $guard is refused for it alone',
    ({ stage, guard, who, names, without, also = [] }) => {
      const world = worldBefore(`advance.${stage}`);
      without(world);
      const decision = advanceTo(world, stage);
      expect(codeOf(decision)).toBe('guards-unmet');
      expect([...guardsOf(decision)].sort()).toEqual([guard, ...also].sort());
      const unmet = unmetOf(decision).find((candidate) => candidate.guard === guard);
      expect(unmet?.who).toEqual(who);
      for (const name of names) expect(unmet?.remedy.split(': ').at(-1)).toContain(name);
      for (const name of UNAVAILABLE) expect(unmet?.remedy).not.toContain(name);
      expect(unmet?.remedy).toMatch(/\.$/);
    },
  );

  it('names everything that is missing at once, in the order of the template', () => {
    const world = worldAfter('advance.PRE');
    expect(guardsOf(advanceTo(world, 'INT'))).toEqual([
      'title-granted',
      'insured',
      'housed',
      'candidate-arrived',
      'day-one-confirmed',
    ]);
  });

  it('COM is met whole by a waiver that a second person approved', () => {
    const world = worldAfter('advance.SEL');
    const waive = (approvedBy: string): Decision =>
      act(world, 'waive-commitment', '2026-01-20', COORDINATOR, { reason: 'minor form', approvedBy });
    expect(guardsOf(waive('administrator'))).toEqual(['approved-by-second-person']);
    expect(advanceTo(world, 'COM').ok).toBe(false);
    expect(codeOf(waive('second-person'))).toBe('accepted');
    expect(codeOf(advanceTo(world, 'COM'))).toBe('accepted');
  });

  it('the consent language may be German, then German alone is enough', () => {
    const world = worldBefore('give-consent');
    giveStep(world, 'give-consent', { data: { consentVersion: '2023-10', language: 'de' } });
    for (const label of ['score.1', 'score.2', 'decide-selection', 'advance.SEL']) giveStep(world, label);
    giveStep(world, 'issue-commitment', { data: { textVersion: 'sv-1', languages: ['de'] } });
    giveStep(world, 'sign-commitment');
    giveStep(world, 'countersign-commitment');
    expect(codeOf(advanceTo(world, 'COM'))).toBe('accepted');
  });

  it('a title of exactly the longest stay is enough, one day more is not', () => {
    const world = worldBefore('advance.INT');
    correct(world, 'grant-title', { data: { validFrom: '2026-03-02', validTo: '2026-09-01' } }, 'longest');
    expect(codeOf(advanceTo(world, 'INT'))).toBe('accepted');
    correct(world, 'longest', { data: { validTo: '2026-09-02' } });
    expect(guardsOf(advanceTo(world, 'INT'))).toEqual(['title-granted']);
  });
});

/** domain.md §3.5, guards of the stages after the contract, with who meets them and by which commands. */
const LATER: readonly {
  stage: string;
  from: string;
  unmet: Readonly<Record<string, readonly [who: readonly Role[], names: readonly string[]]>>;
}[] = [
  {
    stage: 'VIS',
    from: 'CON',
    unmet: {
      'route-chosen': [['coordinator'], ['choose-route']],
      'degree-or-recognition': [
        ['university', 'coordinator'],
        ['record-degree', 'decide-recognition'],
      ],
      'no-fees-stated-again': [['candidate'], ['state-no-fees']],
    },
  },
  {
    stage: 'EMP',
    from: 'ARR',
    unmet: {
      registered: [['candidate', 'municipality'], ['record-registration']],
      'bank-account': [['candidate'], ['record-bank']],
      'work-started': [['company'], ['start-work']],
      'advice-notice': [['company'], ['record-notice']],
      'title-copy-kept': [['company'], ['record-title-copy']],
    },
  },
  { stage: 'FUP', from: 'EMP', unmet: { 'integration-planned': [['mentor'], ['plan-integration']] } },
  {
    stage: 'DONE',
    from: 'FUP',
    unmet: { 'retention-shown': [['company', 'coordinator'], ['record-retention']] },
  },
];

function inStage(code: string): World {
  const world = wholeWorld();
  const state = world.state(JOURNEY);
  world.journeys.set(JOURNEY, { ...state, stage: { ...state.stage, code } });
  return world;
}

describe('the stages after the contract', () => {
  it.each(LATER)('$stage says what is missing, who meets it and how', ({ stage, from, unmet }) => {
    const decision = act(inStage(from), 'advance', '2026-10-01', COORDINATOR, { to: stage });
    expect(guardsOf(decision)).toEqual(Object.keys(unmet));
    for (const { guard, who, remedy } of unmetOf(decision)) {
      expect(who).toEqual(unmet[guard]?.[0]);
      for (const name of unmet[guard]?.[1] ?? []) expect(remedy).toContain(name);
    }
  });

  it('VIS asks for both signatures, whichever contract they stand on', () => {
    for (const label of ['sign-contract.company', 'sign-contract.candidate']) {
      const world = inStage('CON');
      strike(world, label);
      const state = world.state(JOURNEY);
      world.journeys.set(JOURNEY, { ...state, stage: { ...state.stage, code: 'CON' } });
      const [first] = unmetOf(act(world, 'advance', '2026-10-01', COORDINATOR, { to: 'VIS' }));
      expect(first).toMatchObject({ guard: 'contract-signed', who: ['company', 'candidate'] });
      expect(first?.remedy).toContain('sign-contract');
    }
  });

  it('EMP asks for a title of the second stay that is valid on the day', () => {
    const decision = (on: string): readonly string[] =>
      guardsOf(act(inStage('ARR'), 'advance', on, COORDINATOR, { to: 'EMP' }));
    expect(decision('2026-10-01')).not.toContain('title-covers-job');
    const world = inStage('ARR');
    world.today = '2027-12-01';
    expect(guardsOf(act(world, 'advance', '2027-09-01', COORDINATOR, { to: 'EMP' }))).toContain(
      'title-covers-job',
    );
  });
});

/** The exits of domain.md §3.5; CLOSED is a status there, not a stage. */
const EXITS: Readonly<Record<string, readonly string[]>> = {
  NOM: ['SEL'],
  SEL: ['COM'],
  COM: ['MAT'],
  MAT: ['PRE'],
  PRE: ['INT', 'MAT'],
  INT: ['EVA', 'MAT'],
  EVA: ['RET', 'CON', 'MAT'],
  RET: ['CON'],
  CON: ['VIS', 'ARR', 'MAT'],
  VIS: ['ARR', 'CON'],
  ARR: ['EMP'],
  EMP: ['FUP', 'MAT'],
  FUP: ['DONE', 'MAT'],
  DONE: [],
};
const moves = Object.keys(EXITS).flatMap((from) =>
  [...Object.keys(EXITS), 'CLOSED', 'XXX'].map((to) => ({
    from,
    to,
    open: EXITS[from]?.includes(to) ?? false,
  })),
);

describe('the exits', () => {
  it.each(moves)('$from to $to: open $open', ({ from, to, open }) => {
    const decision = act(inStage(from), 'advance', '2026-10-01', COORDINATOR, { to });
    expect(guardsOf(decision).includes('exit')).toBe(!open);
    if (!open) {
      expect(codeOf(decision)).toBe('guards-unmet');
      for (const exit of EXITS[from] ?? []) expect(unmetOf(decision)[0]?.remedy).toContain(exit);
    }
  });
});

describe('back to matching, with a new placement', () => {
  const SECOND: readonly Step[] = [
    {
      ...stepOf('reserve-placement', { on: '2026-05-02' }),
      label: 'reserve.2',
      data: {
        ...stepOf('reserve-placement').data,
        placement: 'pl-2',
        company: 'company-2',
        from: '2026-06-01',
        to: '2026-07-31',
      },
    },
    {
      label: 'agree.2',
      command: 'agree-placement',
      on: '2026-05-03',
      by: { role: 'company', organisation: 'company-2' },
      data: { placement: 'pl-2', mentor: 'm-2' },
    },
    {
      label: 'opt-in.2',
      command: 'opt-in',
      on: '2026-05-04',
      by: { role: 'candidate' },
      data: { placement: 'pl-2' },
    },
  ];
  const back = (world: World): Decision => act(world, 'advance', '2026-06-30', COORDINATOR, { to: 'MAT' });

  it('the placement that runs is not a new one', () => {
    const world = worldAfter('advance.INT');
    expect(guardsOf(back(world))).toEqual([
      'placement-reserved',
      'site-known',
      'mentor-named',
      'candidate-opted-in',
    ]);
    for (const row of SECOND) expect(codeOf(give(world, row))).toBe('accepted');
    expect(codeOf(back(world))).toBe('accepted');
  });

  it('the placement that ended is not a new one either', () => {
    const world = worldAfter('advance.EVA');
    expect(guardsOf(back(world))).toContain('placement-reserved');
    for (const row of SECOND) expect(codeOf(give(world, row))).toBe('accepted');
    expect(codeOf(back(world))).toBe('accepted');
    expect(world.state(JOURNEY)).toMatchObject({
      stage: { code: 'MAT' },
      placements: { 'pl-1': { months: {} } },
    });
  });
});

describe('a journey without records', () => {
  it('is refused for every record that nobody has', () => {
    const world = recordsOnly();
    world.records.clear();
    const decision = giveStep(world, 'nominate');
    expect(codeOf(decision)).toBe('reference-unknown');
    expect(guardsOf(decision)).toEqual(
      ['person', 'programme', 'university', 'agreement'].map((field) => `reference:data.${field}`),
    );
  });
});
