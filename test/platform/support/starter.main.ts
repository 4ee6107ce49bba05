/**
 * A process that opens services as the CLI does: options as JSON in the first argument, one JSON line per event on
 * standard output. Ctrl-C and `close` on standard input close the services; everything else is the test's business.
 */
import { openServices, ServiceError, type OpenServicesOptions } from '@lotse/platform';
import { sourceCommand } from '@lotse/testing';
import { createInterface } from 'node:readline';

function tell(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

async function main(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? '{}') as OpenServicesOptions;
  const services = await openServices({
    fsync: false,
    ...options,
    supervisor: sourceCommand('libs/platform/src/services/supervisor.main.ts'),
    onProgress: (message) => tell({ type: 'progress', message }),
  });
  const close = (): void => {
    void services.close().then(() => process.exit(0));
  };
  process.on('SIGINT', close);
  createInterface({ input: process.stdin }).on('line', close);
  const { owned, databaseUrl, temporalAddress, namespace, services: running } = services;
  tell({ type: 'ready', owned, databaseUrl, temporalAddress, namespace, services: running });
}

main().catch((error: unknown) => {
  const code = error instanceof ServiceError ? error.code : 'unknown';
  tell({ type: 'failed', code, message: error instanceof Error ? error.message : String(error) });
  process.exit(1);
});
