import type { ClaimedWake, WakeStore } from '@lotse/journeys';
import { createErrorLogger } from '@lotse/platform';
import { Relay } from './relay';

type Hint = Parameters<WakeStore['listen']>[0];

/** Wakes of one journey in memory: one row, as in the database, whose hint is heard at once. */
class Wakes implements WakeStore {
  #waiting: number | undefined;
  #hint: Hint = () => undefined;
  #looked: () => void = () => undefined;
  /** Resolves when the relay has looked for the first time. */
  readonly looked = new Promise<void>((resolve) => (this.#looked = resolve));

  change(version: number): void {
    this.#waiting = version;
    this.#hint(['j1']);
  }

  claim(): Promise<ClaimedWake[]> {
    this.#looked();
    const version = this.#waiting;
    this.#waiting = undefined;
    return Promise.resolve(version === undefined ? [] : [{ journeyId: 'j1', version, phase: 'internship' }]);
  }

  done(): Promise<void> {
    return Promise.resolve();
  }

  pending(): Promise<number> {
    return Promise.resolve(this.#waiting === undefined ? 0 : 1);
  }

  listen(onHint: Hint): Promise<() => Promise<void>> {
    this.#hint = onHint;
    return Promise.resolve(() => Promise.resolve());
  }
}

/** Lets what is ready run on, while no time passes. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

it('a relay signals once for what follows closely', async () => {
  const wakes = new Wakes();
  const signalled: number[] = [];
  const logger = createErrorLogger({ process: 'test-relay', level: 'fatal' });
  await new Promise<void>((resolve) => {
    const signal = ({ version }: ClaimedWake): Promise<void> => {
      signalled.push(version);
      if (version === 3) resolve(relay.stop());
      return Promise.resolve();
    };
    const relay = new Relay(wakes, signal, logger);
    relay.start();
    void sitting();
  });
  expect(signalled).toEqual([3]);

  async function sitting(): Promise<void> {
    await wakes.looked;
    for (const version of [1, 2, 3]) {
      await turns();
      wakes.change(version);
    }
  }
});
