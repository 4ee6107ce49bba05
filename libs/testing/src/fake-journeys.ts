import type { JourneyDoor, LaggingJourneys } from '@lotse/activities';
import type { ClockOutcome, JourneyView, OpenClock } from '@lotse/contracts';
import type { Phase, Role } from '@lotse/domain';

interface FakeJourney extends Omit<JourneyView, 'version' | 'programme' | 'waitingOn'> {
  readonly waitingOn?: readonly Role[];
}

/** Journeys in memory with the door the workflow uses, for tests of the workflow alone. Each change is the next version. */
export class FakeJourneys implements JourneyDoor, LaggingJourneys {
  readonly #journeys = new Map<string, JourneyView>();
  readonly #seen = new Map<string, number>();
  readonly #wake: (journeyId: string, version: number, phase: Phase) => Promise<void>;
  /** `<journey> <clock> <dueOn>` in the order fired. */
  readonly fired: string[] = [];
  /** Every version read by a workflow, by journey. */
  readonly reads = new Map<string, number[]>();
  /** Thrown by every call while it stands: the database is away, or worse. */
  failure: Error | undefined;
  /** How many calls were answered with the failure. */
  refused = 0;
  /** While true, every clock is answered `not-open` though it is still listed. */
  refusesClocks = false;

  constructor(wake: (journeyId: string, version: number, phase: Phase) => Promise<void>) {
    this.#wake = wake;
  }

  /** Puts a journey into a new state, as a command would, and tells nobody. Answers the version. */
  change(journeyId: string, state: FakeJourney): number {
    const version = (this.#journeys.get(journeyId)?.version ?? 0) + 1;
    this.#journeys.set(journeyId, {
      waitingOn: ['coordinator'],
      ...state,
      version,
      programme: 'programme-1',
    });
    return version;
  }

  viewOf(journeyId: string): JourneyView {
    const view = this.#journeys.get(journeyId);
    if (view === undefined) throw new Error(`The test knows no journey ${journeyId}`);
    return view;
  }

  /** Takes a journey away, as restoring an older database does. */
  forget(journeyId: string): void {
    this.#journeys.delete(journeyId);
  }

  async observe(journeyId: string): Promise<JourneyView | null> {
    this.#failIfAway();
    const view = this.#journeys.get(journeyId) ?? null;
    if (view === null) return null;
    this.#seen.set(journeyId, view.version);
    this.reads.set(journeyId, [...(this.reads.get(journeyId) ?? []), view.version]);
    return view;
  }

  async fireClock(journeyId: string, code: string, dueOn: string, now: string): Promise<ClockOutcome> {
    this.#failIfAway();
    if (this.refusesClocks) return 'not-open';
    const view = this.viewOf(journeyId);
    const isIt = (clock: OpenClock): boolean => clock.code === code && clock.dueOn === dueOn;
    if (!view.clocks.some((clock) => isIt(clock) && Date.parse(clock.at) <= Date.parse(now)))
      return 'not-open';
    this.fired.push(`${journeyId} ${code} ${dueOn}`);
    this.change(journeyId, { ...view, clocks: view.clocks.filter((clock) => !isIt(clock)) });
    return 'fired';
  }

  async sweepLagging(): Promise<number> {
    const lagging = [...this.#journeys].filter(([id, { version }]) => this.#seen.get(id) !== version);
    for (const [id, { version, phase }] of lagging) await this.#wake(id, version, phase);
    return lagging.length;
  }

  #failIfAway(): void {
    if (this.failure === undefined) return;
    this.refused += 1;
    throw this.failure;
  }
}
