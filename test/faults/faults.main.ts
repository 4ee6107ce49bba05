import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report } from './report';
import { runFaults } from './run';
import { settingsOf } from './settings';

/** Prints the seed first and the figures last. Exit code 3 when something was lost, doubled, apart or not finished. */
async function main(): Promise<void> {
  const settings = settingsOf(process.env);
  const { seed, size, rounds, pauseMs } = settings;
  process.stdout.write(`SEED=${seed} SIZE=${size} ROUNDS=${rounds} PAUSE_MS=${pauseMs}\n`);
  const home = mkdtempSync(join(tmpdir(), 'lotse-faults-'));
  let keep = true;
  try {
    const outcome = await runFaults(settings, home, (what) => void process.stderr.write(`${what}\n`));
    process.stdout.write(`${report(outcome)}\n`);
    keep = outcome.tally.violations.length > 0;
    if (keep) process.exitCode = 3;
  } finally {
    if (keep) process.stderr.write(`Logs and the ledger are kept in ${home}\n`);
    else rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(() => process.exit());
