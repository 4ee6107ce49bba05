/** A process that asks for the Temporal programs: progress lines on standard error, the answer as JSON on standard output. */
import { provideTemporal } from '@lotse/platform';

provideTemporal(process.env, (message) => process.stderr.write(`${message}\n`)).then(
  (binaries) => process.stdout.write(JSON.stringify({ binaries })),
  (error: unknown) =>
    process.stdout.write(JSON.stringify({ error: error instanceof Error ? error.message : error })),
);
