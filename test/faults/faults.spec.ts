import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report } from './report';
import { runFaults, type Outcome } from './run';
import { FAULT_KINDS } from './schedule';
import { settingsOf } from './settings';

/** A deadline: an idle machine of two cores takes a minute and a half. */
jest.setTimeout(900_000);

describe('while processes are killed, services are away and signals are poisoned', () => {
  const home = mkdtempSync(join(tmpdir(), 'lotse-faults-'));
  let outcome: Outcome;

  beforeAll(async () => {
    const settings = settingsOf({
      SEED: '20261121',
      SIZE: '5',
      PAUSE_MS: '500',
      ...process.env,
      ROUNDS: '1',
    });
    outcome = await runFaults(settings, home, () => undefined);
    process.stderr.write(`SEED=${settings.seed}\n${report(outcome)}\n`);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

  it('nothing acknowledged is lost, nothing is doubled, and rows and workflows agree with the facts', () => {
    expect(outcome.tally.violations).toEqual([]);
    expect([...outcome.recoveries.keys()].sort()).toEqual([...FAULT_KINDS].sort());
    expect(outcome.tally.acknowledged).toBeGreaterThan(0);
  });

  it('every journey comes to its end afterwards', () => {
    expect(outcome.finished).toBe(outcome.journeys);
  });

  it('a journey that got stuck is found', () => {
    expect(outcome.foundAfterMs).toHaveLength(1);
  });

  it('the door answers 503 or not at all, never 500', () => {
    expect([...outcome.tally.unanswered.keys()].filter((code) => code.startsWith('http-500'))).toEqual([]);
  });
});
