import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '@lotse/platform';
import { printLine } from '../output/print';
import type { Settings } from './settings';

/** Where people and programs find what runs. No secrets: the token is named by its file. */
interface Addresses {
  readonly home: string;
  readonly api: string | null;
  readonly documentation: string | null;
  readonly worker: string | null;
  readonly temporal: string | null;
  readonly database: string;
  readonly tokenFile: string | null;
}

function addressesOf({ home, env }: Settings, services: Services): Addresses {
  const portOf = (name: string): number | undefined =>
    services.services.find((service) => service.name === name)?.port;
  const url = (name: string, path: string): string | null => {
    const port = portOf(name);
    return port === undefined ? null : `http://127.0.0.1:${port}${path}`;
  };
  const { host, pathname } = new URL(services.databaseUrl);
  const tokenFile = join(home, 'administrator.token');
  return {
    home,
    api: url('api', '/api/v1'),
    documentation: url('api', '/docs'),
    worker: url('worker', '/health/ready'),
    temporal: services.temporalAddress ?? env.TEMPORAL_ADDRESS ?? null,
    database: `${host === '' ? 'local socket' : host}${pathname}`,
    tokenFile: existsSync(tokenFile) ? tokenFile : null,
  };
}

/** Prints the addresses on standard output: lines for people, or one JSON object on one line. */
export async function printAddresses(settings: Settings, services: Services, asJson: boolean): Promise<void> {
  const addresses = addressesOf(settings, services);
  if (asJson) return printLine(JSON.stringify({ ...addresses, started: services.owned }));
  const lines = [
    services.owned ? 'Lotse is up.' : 'Lotse was up already; it runs in another process.',
    `  API        ${addresses.api ?? 'not running'}`,
    `  Docs       ${addresses.documentation ?? 'not running'}`,
    `  Worker     ${addresses.worker ?? 'not running'}`,
    `  Temporal   ${addresses.temporal ?? 'not running'}`,
    `  Database   ${addresses.database}`,
    `  Token      ${addresses.tokenFile ?? 'none yet'}`,
    `  Data       ${addresses.home}`,
  ];
  await printLine(lines.join('\n'));
}
