import { clocks, type Day, type Instant } from '@lotse/domain';
import { viewJourney, type Reader } from '../read/view-journey';
import { submit } from '../submit/submit';

export interface FireClock {
  readonly journeyId: string;
  readonly clock: string;
  readonly dueOn: Day;
  /** The workflow's own time, which tests run ahead of ours. */
  readonly now: Instant;
}
export type ClockOutcome = 'fired' | 'not-open';

/**
 * Submits a due clock as Lotse's own command, id `clock.<journey>.<clock>.<dueOn>`. The door judges it again at that moment, so a
 * clock that a correction has moved, or that the journey has left behind, is `not-open`. Idempotent: fired before is fired.
 */
export async function fireClock(
  reader: Reader,
  { journeyId, clock, dueOn, now }: FireClock,
): Promise<ClockOutcome> {
  const time = new Date(Math.max(Date.parse(now), reader.clock.now().getTime()));
  const viewed = await viewJourney(reader, journeyId, time);
  if (viewed === undefined) return 'not-open';
  const { state, template, context } = viewed;
  if (state.fired.includes(`${clock}.${dueOn}`)) return 'fired';
  const open = clocks(state, template, context.isWorkingDay).find(
    (candidate) => candidate.code === clock && candidate.dueOn === dueOn,
  );
  if (open === undefined) return 'not-open';
  const body = {
    id: `clock.${journeyId}.${clock}.${dueOn}`,
    journey: journeyId,
    command: 'fire-clock',
    happenedOn: context.today,
    by: { role: 'system' },
    data: { clock, dueOn, effect: open.effect },
  };
  const answer = await submit(reader, body, { submittedBy: 'system', now: time });
  if (answer.result !== 'refused') return 'fired';
  // The same clock fired on another day than this attempt's: the id is its own alone.
  return answer.refusal.code === 'id-clash' ? 'fired' : 'not-open';
}
