import type { Actor, JsonObject } from '@lotse/domain';
import {
  CANDIDATE,
  COMPANY,
  COORDINATOR,
  give,
  MENTOR,
  ORDINARY,
  recordsOnly,
  UNIVERSITY,
  type Step,
} from './ordinary-journey';
import type { World } from './world';

const row = (label: string, on: string, by: Actor, data: JsonObject): Step => ({
  label,
  command: label.split('.')[0] ?? label,
  on,
  by,
  data,
});
const titleStep = (step: string, on: string): Step =>
  row(`record-title-step.${step}`, on, COORDINATOR, { stay: 2, step, evidence: 'file:title' });
const evidence = 'file:1';

/** From the signed contract to the second entry, in the fast-track procedure. */
const VISA: readonly Step[] = [
  row('record-degree', '2026-07-31', UNIVERSITY, { degreeOn: '2026-07-31' }),
  row('choose-route', '2026-08-01', COORDINATOR, { stay: 2, route: '18b', fastTrack: true }),
  row('state-no-fees', '2026-08-01', CANDIDATE, { occasion: 'visa', noFeesPaid: true }),
  row('advance.VIS', '2026-08-02', COORDINATOR, { to: 'VIS' }),
  titleStep('agency-asked', '2026-08-03'),
  titleStep('agency-consented', '2026-08-07'),
  titleStep('pre-approval-received', '2026-08-10'),
  titleStep('pre-approval-shown', '2026-08-12'),
  titleStep('appointment-booked', '2026-08-18'),
  titleStep('filed', '2026-08-24'),
];

/** From the second entry to the completed follow-up. */
const WORK: readonly Step[] = [
  row('record-registration', '2026-09-15', CANDIDATE, { evidence }),
  row('record-bank', '2026-09-16', CANDIDATE, {}),
  row('record-notice', '2026-09-25', COMPANY, { kind: 'free-advice', evidence }),
  row('record-title-copy', '2026-09-28', COMPANY, { evidence }),
  row('start-work', '2026-10-01', COMPANY, { on: '2026-10-01', contract: 'ct-1', evidence }),
  row('advance.EMP', '2026-10-01', COORDINATOR, { to: 'EMP' }),
  row('plan-integration', '2026-10-05', MENTOR, { mentor: 'm-1', goals: ['B2 by summer'] }),
  row('advance.FUP', '2026-10-06', COORDINATOR, { to: 'FUP' }),
  ...(
    [
      ['P7D', '2026-10-13'],
      ['P1M', '2026-11-06'],
      ['P3M', '2027-01-06'],
      ['P6M', '2027-04-06'],
    ] as const
  ).map(([period, on]) =>
    row(`check-in.${period}`, on, MENTOR, { period, wellbeing: 4, risk: 'none', needs: [] }),
  ),
  ...(
    [
      ['P6M', '2027-04-02'],
      ['P12M', '2027-10-02'],
    ] as const
  ).map(([period, on]) =>
    row(`record-retention.${period}`, on, COMPANY, {
      period,
      sameCompany: true,
      sameRegion: true,
      inGermany: true,
      evidence,
    }),
  ),
  row('advance.DONE', '2027-10-03', COORDINATOR, { to: 'DONE' }),
];

/** A journey through all fourteen stages with two stays, one row a command, in order of days. */
export const WHOLE: readonly Step[] = [...ORDINARY, ...VISA, ...WORK]
  .map((step, index) => ({ step, index }))
  .sort((a, b) => (a.step.on === b.step.on ? a.index - b.index : a.step.on < b.step.on ? -1 : 1))
  .map(({ step }) => step);

/** Every row of a whole journey, in order. */
export const LABELS: readonly string[] = WHOLE.map(({ label }) => label);

/** The world after the row of this label, each given on its own day by a person. @throws when one is refused */
export function journeyUntil(
  until: string,
  world = recordsOnly('2026-01-05', 'coordinator-1', false),
): World {
  for (const step of WHOLE) {
    world.today = step.on > world.today ? step.on : world.today;
    const decision = give(world, step);
    if (!decision.ok) throw new Error(`${step.label}: ${JSON.stringify(decision.refusal)}`);
    if (step.label === until) return world;
  }
  throw new Error(`The whole journey has no step ${until}`);
}
