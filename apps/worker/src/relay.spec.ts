import type { ClaimedWake, WakeStore } from '@lotse/journeys';
import { createErrorLogger } from '@lotse/platform';
import { eventually } from '@lotse/testing';
import { Relay } from './relay';

/** Wakes of one journey in memory: one row, as in the database, whose hint is heard at once. */
class Wakes implements WakeStore {
  #waiting: number | undefined;
  #hint: () => void = () => undefined;
  claims = 0;

  change(version: number): void {
    this.#waiting = version;
    this.#hint();
  }

  claim(): Promise<ClaimedWake[]> {
    this.claims += 1;
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

  listen(onHint: () => void): Promise<() => Promise<void>> {
    this.#hint = onHint;
    return Promise.resolve(() => Promise.resolve());
  }
}

/** Lets what is ready run on, while no time passes. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

describe('the relay', () => {
  const wakes = new Wakes();
  const signalled: number[] = [];
  const relay = new Relay(
    wakes,
    ({ version }) => Promise.resolve(void signalled.push(version)),
    createErrorLogger({ process: 'test-relay', level: 'fatal' }),
  );
  afterAll(() => relay.stop());

  it('signals once for what follows closely', async () => {
    relay.start();
    await eventually(
      () => Promise.resolve(wakes.claims),
      (claims) => claims > 0,
    );
    await turns();

    wakes.change(1);
    await turns();
    wakes.change(2);
    await turns();
    wakes.change(3);

    await eventually(wakes.pending.bind(wakes), (pending) => pending === 0);
    await eventually(
      () => Promise.resolve(signalled),
      ([first]) => first !== undefined,
    );
    expect(signalled).toEqual([3]);
  });
});
