import { clocks, stageOf, waitingOn, type Day, type Instant, type Phase, type Role } from '@lotse/domain';
import type { DriveStore } from '../ports/drive-store.port';
import { isOpen } from '../read/is-open';
import { viewJourney, type Reader } from '../read/view-journey';
import { endOfDay } from '../zone';

/** A clock that has not fired yet. */
export interface OpenClock {
  readonly code: string;
  readonly dueOn: Day;
  /** The instant from which it may fire: the end of that day in the programme's zone. */
  readonly at: Instant;
}

/** A journey as its workflow sees it: codes, ids and instants only. */
export interface JourneyView {
  readonly version: number;
  readonly stage: string;
  readonly phase: Phase;
  /** False when nothing is left to wait for: closed, void or completed, and no clock of law runs on. */
  readonly open: boolean;
  readonly programme: string;
  readonly waitingOn: readonly Role[];
  /** In the order they fire. */
  readonly clocks: readonly OpenClock[];
}

/** Reads a journey for its workflow and notes what was read. Null: there is no such journey, so nothing is left to drive. */
export async function observe(
  services: Reader & { readonly drive: DriveStore },
  journeyId: string,
  now: Instant,
): Promise<JourneyView | null> {
  const viewed = await viewJourney(services, journeyId, new Date(now));
  if (viewed === undefined) return null;
  const { state, template, context, zone } = viewed;
  const due = clocks(state, template, context.isWorkingDay).map(({ code, dueOn }) => ({
    code,
    dueOn,
    at: endOfDay(zone, dueOn),
  }));
  const goesOn = isOpen(template, state.status.code, state.stage.code);
  const open = goesOn || due.length > 0;
  const role = goesOn ? waitingOn(state, context) : undefined;
  const [next] = due;
  const seen = { journeyId, version: state.version, seenAt: now };
  await services.drive.note(next === undefined ? seen : { ...seen, nextDue: next.at });
  return {
    version: state.version,
    stage: state.stage.code,
    phase: stageOf(template, state.stage.code).phase,
    open,
    programme: state.programme,
    waitingOn: role === undefined ? [] : [role],
    clocks: due,
  };
}
