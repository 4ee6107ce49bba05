import { COMPANY, codeOf, COORDINATOR } from './ordinary-journey';
import { clocksOf, dueDays, fire, must, stateOf } from './scenarios/scenario';
import { journeyUntil } from './whole-journey';
import { allClocks } from '@lotse/domain';
import type { World } from './world';

const close = (world: World, on: string): void =>
  must(world, on, 'close', COORDINATOR, { outcome: 'other', party: 'company', returnable: true });
const codes = (world: World): string[] =>
  allClocks(stateOf(world), world.templateOf(stateOf(world)), world.isWorkingDay).map(({ code }) => code);

describe('a closed journey', () => {
  it('keeps the notice of an early end and the end of the title, which fire on their days', () => {
    const world = journeyUntil('advance.FUP');
    const on = world.today;
    must(world, on, 'end-employment', COMPANY, {
      contract: 'ct-1',
      how: 'dismissed',
      by: 'company',
      lastDay: on,
      reason: 'probation',
    });
    const [before] = dueDays(world, 'early-end-notice.ct-1');
    close(world, on);
    expect(dueDays(world, 'early-end-notice.ct-1')).toEqual([before]);
    expect(clocksOf(world, 'title-expiry.2')).toHaveLength(1);
    expect(codes(world).filter((code) => code.startsWith('check-in'))).toEqual([]);
    expect(codeOf(fire(world, 'early-end-notice.ct-1', before ?? '', '2027-12-31'))).toBe('accepted');
    expect(dueDays(world, 'early-end-notice.ct-1')).toEqual([]);
  });

  it('waits for no authority any more', () => {
    const world = journeyUntil('advance.VIS');
    must(world, '2026-08-03', 'record-title-step', COORDINATOR, { stay: 2, step: 'agency-asked' });
    must(world, '2026-08-03', 'record-title-step', COORDINATOR, { stay: 2, step: 'filed' });
    expect(codes(world)).toEqual(expect.arrayContaining(['agency-consent.2', 'visa-decision.2']));
    close(world, '2026-08-04');
    expect(codes(world).filter((code) => /^(agency|visa)/.test(code))).toEqual([]);
  });

  it('leaves the title of somebody who never came alone', () => {
    const world = journeyUntil('grant-title');
    expect(clocksOf(world, 'title-expiry.1')).toHaveLength(1);
    close(world, world.today);
    expect(clocksOf(world, 'title-expiry.1')).toEqual([]);
  });

  it('that was void has nothing left', () => {
    const world = journeyUntil('advance.FUP');
    must(world, world.today, 'void', COORDINATOR, { reason: 'duplicate', approvedBy: 'second-person' });
    expect(codes(world)).toEqual([]);
  });
});
