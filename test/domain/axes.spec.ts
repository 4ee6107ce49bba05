import { GUARDS, brokenGuards, tasksOf, type Decision, type JsonObject } from '@lotse/domain';
import { READS_DATA } from '../../libs/domain/src/guards/registry';
import {
  act,
  codeOf,
  commandOfStep,
  COMPANY,
  COORDINATOR,
  correct,
  give,
  guardsOf,
  JOURNEY,
  recordsOnly,
  strike,
  UNIVERSITY,
  worldAfter,
} from './ordinary-journey';
import { AXIS_DECLARED } from './axis-samples';
import { WAY } from './random-way';
import { journeyUntil } from './whole-journey';
import type { World } from './world';

const evidence = 'file:1';
const ask = (
  world: World,
  command: string,
  on: string,
  by: Parameters<typeof act>[3],
  data: JsonObject,
): Decision => world.ask(commandOfStep({ label: 'asked', command, on, by, data }));

/** The world with everything the random way does, at its end. */
function everything(): World {
  const world = recordsOnly('2026-11-21', 'administrator', true);
  WAY.forEach((step, index) => give(world, { ...step, label: `${step.command}-${index}` }));
  return world;
}

describe('corrections of the further commands', () => {
  const uncorrectable = ['hold', 'resume', 'reverse', 'merge-person', 'migrate-template'];
  const world = everything();
  const facts = world.facts.get(JOURNEY) ?? [];
  const kinds = Object.keys(AXIS_DECLARED).filter((kind) => facts.some((fact) => fact.kind === kind));

  it('are tried on most of them', () => {
    expect(kinds.length).toBeGreaterThan(38);
  });

  it.each(kinds)('%s', (kind) => {
    const fact = facts.find((candidate) => candidate.kind === kind);
    if (fact === undefined) throw new Error(kind);
    const moved = correct(everything(), fact.commandId, { happenedOn: fact.happenedOn });
    const struck = strike(everything(), fact.commandId);
    const expected = uncorrectable.includes(kind) ? 'not-correctable' : 'accepted';
    expect([codeOf(moved), codeOf(struck)]).toEqual([expected, expected]);
  });

  it('what Lotse kept beside the data is worked out anew, and never stands in the way', () => {
    const corrected = everything();
    const checkIn = facts.find(({ kind }) => kind === 'check-in');
    expect(checkIn?.data.raisedRisk).toBe('watch');
    correct(corrected, checkIn?.commandId ?? '', { data: { needs: ['language'] } });
    expect(corrected.facts.get(JOURNEY)?.at(-1)?.data).not.toHaveProperty('raisedRisk');
    expect(corrected.state(JOURNEY).integration.checkIns.at(-1)).toMatchObject({
      risk: 'none',
      needs: ['language'],
    });
    const amendment = facts.find(({ kind }) => kind === 'amend-placement');
    correct(corrected, amendment?.commandId ?? '', { data: { hoursPerWeek: 30 } });
    expect(corrected.state(JOURNEY).placements['pl-1']?.hoursPerWeek).toBe(30);
  });
});

describe('a day that a command states', () => {
  const rows: readonly [string, Parameters<typeof act>[3], JsonObject][] = [
    ['record-title-step', COORDINATOR, { stay: 2, step: 'filed', on: '2026-09-11' }],
    ['record-degree', UNIVERSITY, { degreeOn: '2026-09-11' }],
    ['inform', COORDINATOR, { textVersion: 'i', talkOn: '2026-09-11' }],
    [
      'refuse-title',
      COORDINATOR,
      { stay: 2, ground: 'means', notifiedOn: '2026-09-11', remediesInstruction: true, evidence },
    ],
  ];
  it.each(rows)('of %s is never after the command', (command, by, data) => {
    const world = journeyUntil('arrive.2');
    expect(guardsOf(ask(world, command, '2026-09-10', by, data))).toEqual(['stated-day-past']);
    world.today = '2026-09-11';
    expect(codeOf(ask(world, command, '2026-09-11', by, data))).toBe('accepted');
  });
});

describe('who acts for which company', () => {
  it('is any company of the journey where the command names none, and nobody else', () => {
    const world = journeyUntil('advance.FUP');
    const data = { period: 'P7D', wellbeing: 3, risk: 'none', needs: [] };
    const of = (organisation: string): string =>
      codeOf(ask(world, 'check-in', '2026-10-06', { role: 'mentor', organisation }, data));
    expect(of('company-1')).toBe('accepted');
    expect(of('company-2')).toBe('actor-not-allowed');
    const early = worldAfter('advance.SEL');
    expect(
      codeOf(ask(early, 'record-cost', '2026-01-20', COMPANY, AXIS_DECLARED['record-cost']?.required ?? {})),
    ).toBe('actor-not-allowed');
  });
});

describe('reverse', () => {
  it('sets the stage back, removes no fact, and then asks for every guard again', () => {
    const world = worldAfter('advance.MAT');
    const facts = (world.facts.get(JOURNEY) ?? []).length;
    expect(codeOf(act(world, 'reverse', '2026-02-08', COORDINATOR, { to: 'SEL', reason: 'too early' }))).toBe(
      'accepted',
    );
    expect(world.state(JOURNEY)).toMatchObject({
      stage: { code: 'SEL', on: '2026-02-08' },
      commitment: { signed: { on: '2026-01-25' } },
    });
    expect(world.facts.get(JOURNEY)).toHaveLength(facts + 1);
    strike(world, 'sign-commitment');
    expect(guardsOf(act(world, 'advance', '2026-02-08', COORDINATOR, { to: 'COM' }))).toContain(
      'commitment-signed',
    );
  });

  it('goes only to a stage that the journey has been in and that its template still has', () => {
    const world = worldAfter('advance.COM');
    for (const to of ['COM', 'MAT', 'NOWHERE'])
      expect(guardsOf(act(world, 'reverse', '2026-02-01', COORDINATOR, { to, reason: 'x' }))).toEqual([
        'stage-reached-before',
      ]);
    act(world, 'migrate-template', '2026-02-01', COORDINATOR, {
      template: 'de-vocational-training@1',
      stage: 'CHOSEN',
      reason: 'x',
    });
    expect(guardsOf(act(world, 'reverse', '2026-02-02', COORDINATOR, { to: 'SEL', reason: 'x' }))).toEqual([
      'stage-reached-before',
    ]);
  });
});

describe('tasks', () => {
  it('name each unmet guard of the next stage, who, what to do, what it blocks and by when', () => {
    const world = worldAfter('advance.SEL', recordsOnly('2026-01-16'));
    const command = commandOfStep({
      label: 'x',
      command: 'hold',
      on: '2026-01-15',
      by: COORDINATOR,
      data: {},
    });
    const tasks = tasksOf(world.state(JOURNEY), world.context(command));
    expect(tasks.filter(({ kind }) => kind === 'guard').map(({ key }) => key)).toEqual([
      'guard:COM:commitment-languages:coordinator',
      'guard:COM:commitment-signed:candidate',
      'guard:COM:commitment-countersigned:coordinator',
      'guard:COM:commitment-text-approved:coordinator',
    ]);
    expect(tasks.find(({ key }) => key.includes('commitment-signed'))).toMatchObject({
      who: 'candidate',
      blocks: 'COM',
      dueOn: '2026-01-29',
      overdue: false,
      text: expect.stringContaining('sign-commitment') as string,
    });
    expect(tasks.filter(({ kind }) => kind === 'clock')).toMatchObject([
      { key: 'clock:selection:2026-01-29', who: 'coordinator' },
    ]);
  });

  it('keep a guard that no longer holds after a correction, and nothing in a journey that is well', () => {
    for (const label of [
      'nominate',
      'advance.MAT',
      'advance.PRE',
      'advance.INT',
      'end-placement',
      'advance.EVA',
    ]) {
      const well = worldAfter(label);
      const command = commandOfStep({
        label: 'x',
        command: 'hold',
        on: '2026-06-10',
        by: COORDINATOR,
        data: {},
      });
      expect([label, brokenGuards(well.state(JOURNEY), well.context(command))]).toEqual([label, []]);
    }
    const world = worldAfter('advance.MAT');
    strike(world, 'opt-in');
    const command = commandOfStep({
      label: 'x',
      command: 'hold',
      on: '2026-02-08',
      by: COORDINATOR,
      data: {},
    });
    const tasks = tasksOf(world.state(JOURNEY), world.context(command));
    expect(tasks.filter(({ kind }) => kind === 'guard-no-longer-met')).toMatchObject([
      { key: 'broken:MAT:candidate-opted-in', who: 'candidate', blocks: 'MAT' },
    ]);
  });

  it('a closed or held journey keeps its clocks of law alone', () => {
    const world = journeyUntil('record-title-step.filed');
    act(world, 'hold', '2026-08-24', COORDINATOR, { reason: 'x' });
    const command = commandOfStep({
      label: 'x',
      command: 'hold',
      on: '2026-08-24',
      by: COORDINATOR,
      data: {},
    });
    const tasks = tasksOf(world.state(JOURNEY), world.context(command));
    expect(tasks.every(({ kind }) => kind === 'clock')).toBe(true);
    expect(tasks.filter(({ stopped }) => !stopped).map(({ key }) => key)).toContain(
      'clock:visa-decision.2:2026-09-14',
    );
  });
});

describe('guards that read what the command carries', () => {
  /** True when the check looked into the command's data, or at what is loaded for one command alone. */
  function reads(code: string): boolean {
    let looked = false;
    const world = journeyUntil('advance.FUP');
    const base = commandOfStep({ label: 'x', command: 'hold', on: '2026-10-06', by: COORDINATOR, data: {} });
    const seen = <Value extends object>(value: Value, names: readonly string[] | 'all'): Value =>
      new Proxy(value, {
        get: (target, name, receiver) => {
          if (names === 'all' || names.includes(String(name))) looked = true;
          return Reflect.get(target, name, receiver) as unknown;
        },
      });
    const loaded = ['agreement', 'bornOn', 'openJourney', 'otherPlacements', 'idTakenBy', 'targetTemplate'];
    const state = world.state(JOURNEY);
    const placement = state.placements['pl-1'];
    const contract = state.contracts['ct-1'];
    if (placement === undefined || contract === undefined) throw new Error('the journey is not whole');
    const { cancelledOn: _c, ended: _e, ...live } = placement;
    for (const candidate of [placement, live, undefined])
      GUARDS.get(code)?.check({
        state: candidate === undefined ? state : { ...state, placements: { 'pl-1': candidate } },
        context: seen(world.context(base), loaded),
        day: '2026-10-06',
        command: { ...base, data: seen({ period: 'P12M' }, 'all') },
        ...(candidate === undefined ? {} : { placement: candidate, contract }),
      });
    return looked;
  }

  /** They look at the months and the approval of others as well, but say something without a command. */
  const BOTH = ['agreement-lawful'];

  it('are those that are listed, and no others', () => {
    const found = [...GUARDS.keys()].filter((code) => reads(code) && !BOTH.includes(code));
    expect(found.sort()).toEqual([...READS_DATA].sort());
  });
});

describe('merging two records of one person', () => {
  it('takes an administrator and a second person, and one open journey stays one', () => {
    const world = worldAfter('advance.SEL');
    const merge = (by: Parameters<typeof act>[3], data: JsonObject = {}): Decision =>
      act(world, 'merge-person', '2026-01-20', by, {
        into: 'p2',
        reason: 'the same passport',
        approvedBy: 'second-person',
        ...data,
      });
    expect(codeOf(merge(COORDINATOR))).toBe('actor-not-allowed');
    expect(guardsOf(merge({ role: 'administrator' }, { approvedBy: 'administrator' }))).toEqual([
      'approved-by-second-person',
    ]);
    expect(guardsOf(merge({ role: 'administrator' }, { into: 'nobody' }))).toEqual(['reference:data.into']);
    expect(codeOf(merge({ role: 'administrator' }))).toBe('accepted');
    expect(world.state(JOURNEY).person).toBe('p2');
  });

  it('is refused while the other record has an open journey in the programme', () => {
    const world = worldAfter('advance.SEL');
    give(
      world,
      {
        label: 'other',
        command: 'nominate',
        on: '2026-01-05',
        by: UNIVERSITY,
        data: { ...WAY[0]?.data, person: 'p2' },
      },
      'j2',
    );
    const refused = act(
      world,
      'merge-person',
      '2026-01-20',
      { role: 'administrator' },
      {
        into: 'p2',
        reason: 'x',
        approvedBy: 'second-person',
      },
    );
    expect(guardsOf(refused)).toEqual(['no-open-journey']);
  });
});
