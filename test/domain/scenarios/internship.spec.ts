import { failureSteps, fractionText, type JsonObject } from '@lotse/domain';
import { personFigures } from '../figures-by-hand';
import {
  CANDIDATE,
  codeOf,
  COMPANY,
  give,
  guardsOf,
  MENTOR,
  ORDINARY,
  PLACEMENT,
  recordsOnly,
  worldAfter,
  type Step,
} from '../ordinary-journey';
import { journeyUntil } from '../whole-journey';
import type { World } from '../world';
import { dueDays, factsOf, must, stateOf, tasks, tell } from './scenario';

const month = (placement: string, code: string, workedDays: number, plannedDays = 20): JsonObject => ({
  placement,
  month: code,
  workedDays,
  plannedDays,
  evidence: 'm',
});
const months = (world: World): string =>
  fractionText(personFigures(world.facts, { j1: 'p1' }, world.today, '9999').workMonths);

describe('acceptance scenarios 12 to 16: internship, follow-up, change and failure', () => {
  it('12: a check-in with "homesick, housing" shows risk watch whatever was chosen, a request for housing and a review', () => {
    const world = journeyUntil('advance.FUP');
    must(world, '2026-10-13', 'check-in', MENTOR, {
      period: 'P7D',
      wellbeing: 3,
      risk: 'none',
      needs: ['homesick', 'housing'],
      note: 'misses home, the flat is damp',
    });
    expect(stateOf(world).integration.checkIns.at(-1)).toMatchObject({ risk: 'watch' });
    expect(factsOf(world).at(-1)?.data).toMatchObject({ risk: 'none', raisedRisk: 'watch' });
    expect(tasks(world).filter(({ kind }) => kind === 'need')).toMatchObject([
      { key: 'need:homesick:2026-10-13', who: 'coordinator' },
      { key: 'need:housing:2026-10-13', who: 'coordinator', also: ['mentor'] },
    ]);
    expect(dueDays(world, 'risk-review')).toEqual(['2026-10-27']);
    must(world, '2026-10-20', 'check-in', MENTOR, {
      period: 'extra',
      wellbeing: 4,
      risk: 'critical',
      needs: ['housing', 'homesick'],
    });
    expect(stateOf(world).integration.checkIns.at(-1)?.risk).toBe('critical');
    must(world, '2026-11-06', 'check-in', MENTOR, { period: 'P1M', wellbeing: 4, risk: 'none', needs: [] });
    expect(tasks(world).filter(({ kind }) => kind === 'need')).toEqual([]);
  });

  it('13: a complaint leaves nothing in the journey but that there is one: its words stay in the fact, sealed', () => {
    const world = journeyUntil('advance.FUP');
    must(world, '2026-10-14', 'complain', CANDIDATE, { complaint: 'cp-1', text: 'unpaid hours' });
    expect(JSON.stringify(stateOf(world))).not.toContain('unpaid hours');
    expect(JSON.stringify(tasks(world))).not.toContain('unpaid hours');
    for (const by of [COMPANY, MENTOR])
      expect(
        codeOf(tell(world, '2026-10-15', 'answer-complaint', by, { complaint: 'cp-1', step: 'answered' })),
      ).toBe('actor-not-allowed');
    const seen = tasks(world).filter(({ who, also }) => [who, ...also].includes('company'));
    expect(seen.filter(({ key }) => key.includes('complaint'))).toEqual([]);
  });

  it('14: aborted on 14 May, recorded on 2 June: May counts its share, later months are gone, the evaluation starts', () => {
    const world = journeyUntil('confirm-month.2026-04');
    must(world, '2026-06-02', 'end-placement', MENTOR, {
      placement: 'pl-1',
      how: 'early',
      lastDay: '2026-05-14',
      reason: 'ill',
    });
    must(world, '2026-06-02', 'confirm-month', MENTOR, month('pl-1', '2026-05', 9, 20));
    expect(months(world)).toBe('49/20');
    expect(guardsOf(tell(world, '2026-06-02', 'confirm-month', MENTOR, month('pl-1', '2026-06', 0)))).toEqual(
      ['month-of-stay'],
    );
    expect(dueDays(world, 'agreed-end')).toEqual([]);
    expect(tasks(world).filter(({ blocks, kind }) => blocks === 'EVA' && kind === 'guard')).toMatchObject(
      ['mentor', 'company', 'candidate'].map((who) => ({ who })),
    );
  });

  it('15: from company A to company B: one person, two placements, months add up, the evaluation of A stays', () => {
    const world = worldAfter('advance.EVA');
    const second: readonly Step[] = ORDINARY.filter(({ label }) =>
      ['reserve-placement', 'agree-placement', 'opt-in', 'start-internship'].includes(label),
    );
    const days = ['2026-06-10', '2026-06-11', '2026-06-12', '2026-07-01'];
    second.forEach((row, index) => {
      const by = 'organisation' in row.by ? { ...row.by, organisation: 'company-2' } : row.by;
      const data: JsonObject =
        row.command === 'reserve-placement'
          ? { ...PLACEMENT, placement: 'pl-2', company: 'company-2', from: '2026-07-01', to: '2026-08-31' }
          : { ...row.data, placement: 'pl-2' };
      expect(
        codeOf(give(world, { ...row, label: `b.${row.label}`, on: days[index] ?? row.on, by, data })),
      ).toBe('accepted');
    });
    const B = { role: 'mentor', organisation: 'company-2' } as const;
    must(world, '2026-07-31', 'confirm-month', B, month('pl-2', '2026-07', 10));
    expect(months(world)).toBe('7/2');
    expect(Object.keys(stateOf(world).placements)).toEqual(['pl-1', 'pl-2']);
    expect(Object.keys(stateOf(world).placements['pl-1']?.evaluations ?? {})).toEqual([
      'mentor',
      'company',
      'candidate',
    ]);
    expect(new Set([...world.journeys.values()].map(({ person }) => person)).size).toBe(1);
    expect(codeOf(tell(world, '2026-08-01', 'confirm-month', B, month('pl-1', '2026-05', 1)))).toBe(
      'actor-not-allowed',
    );
  });

  it('16: the insolvency of a company with four people: four are matched anew, the employed one is reported, past figures stay', () => {
    const worlds = [
      worldAfter('advance.PRE', recordsOnly('2026-02-12')),
      worldAfter('advance.INT', recordsOnly('2026-03-03')),
      worldAfter('confirm-month.2026-03', recordsOnly('2026-04-02')),
      journeyUntil('advance.FUP'),
    ];
    const failed = worlds.map((world) => {
      const on = world.today;
      const steps = failureSteps(stateOf(world), 'company-1', on, 'insolvency opened');
      for (const { command, by, data } of steps) must(world, on, command, by, data);
      expect(failureSteps(stateOf(world), 'company-1', on, 'again')).toEqual([]);
      return steps.map(({ command }) => command);
    });
    expect(failed).toEqual([['cancel-placement'], ['end-placement'], ['end-placement'], ['end-employment']]);
    expect(worlds.map((world) => tasks(world).filter(({ kind }) => kind === 'rematch').length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(worlds.map((world) => dueDays(world, 'early-end-notice.ct-1'))).toEqual([
      [],
      [],
      [],
      ['2026-11-03'],
    ]);
    for (const world of worlds)
      expect(codeOf(tell(world, world.today, 'confirm-month', MENTOR, month('pl-1', '2026-12', 1)))).not.toBe(
        'accepted',
      );
    const agreed = (world: World, asOf: string): boolean =>
      factsOf(world).some(({ kind, happenedOn }) => kind === 'agree-placement' && happenedOn <= asOf) &&
      !factsOf(world).some(({ kind, happenedOn }) => kind === 'cancel-placement' && happenedOn <= asOf);
    expect(worlds.map((world) => agreed(world, '2026-02-11'))).toEqual([true, true, true, true]);
    expect(
      failureSteps(stateOf(worlds[0] ?? journeyUntil('nominate')), 'company-2', '2026-03-01', 'x'),
    ).toEqual([]);
  });
});
