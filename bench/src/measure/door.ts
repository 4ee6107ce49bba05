import { giveCommand } from '../give-command';
import type { Target } from '../http-client';
import { beginning } from '../workload';
import { closedLoop, type Load } from './closed-loop';

/** Hands out journeys, each once over the whole run. */
export class Journeys {
  #next = 0;
  constructor(private readonly ids: readonly string[]) {}

  take(): string {
    const id = this.ids[this.#next];
    this.#next += 1;
    if (id === undefined)
      throw new RangeError(`The bench prepared ${this.ids.length} journeys, which were not enough`);
    return id;
  }
}

/** Clients that take one journey after another through its ten first commands. */
export const measureDoor = (
  target: Target,
  journeys: Journeys,
  clients: number,
  seconds: number,
): Promise<Load> =>
  closedLoop(clients, seconds, () => {
    let journey = '';
    let steps: ReturnType<typeof beginning> = [];
    let place = 0;
    return async () => {
      if (place === steps.length) {
        journey = journeys.take();
        steps = beginning(journey);
        place = 0;
      }
      const step = steps[place];
      place += 1;
      if (step !== undefined) await giveCommand(target, journey, step);
    };
  });
