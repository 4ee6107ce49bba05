import { existsSync, readFileSync } from 'node:fs';
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
  /** Page of the mails that a demonstration catches. */
  readonly mailbox: string | null;
  readonly database: string;
  readonly tokenFile: string | null;
  /** Holds the one-time link of the first administrator; null once there is one. */
  readonly linkFile: string | null;
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
  const linkFile = join(home, 'administrator.link');
  return {
    home,
    api: url('api', '/api/v1'),
    documentation: url('api', '/docs'),
    worker: url('worker', '/health/ready'),
    temporal: services.temporalAddress ?? env.TEMPORAL_ADDRESS ?? null,
    mailbox: url('mailbox', '/'),
    database: `${host === '' ? 'local socket' : host}${pathname}`,
    tokenFile: existsSync(tokenFile) ? tokenFile : null,
    linkFile: existsSync(linkFile) ? linkFile : null,
  };
}

/** Prints the addresses as one JSON object on one line. */
export const printAddressesAsJson = (settings: Settings, services: Services): Promise<void> =>
  printLine(JSON.stringify({ ...addressesOf(settings, services), started: services.owned }));

/** Prints the addresses for people. */
export async function printAddresses(settings: Settings, services: Services, say = printLine): Promise<void> {
  const addresses = addressesOf(settings, services);
  const lines = [
    services.owned ? 'Lotse is up.' : 'Lotse was up already; it runs in another process.',
    `  API        ${addresses.api ?? 'not running'}`,
    `  Docs       ${addresses.documentation ?? 'not running'}`,
    `  Worker     ${addresses.worker ?? 'not running'}`,
    `  Temporal   ${addresses.temporal ?? 'not running'}`,
    ...(addresses.mailbox === null ? [] : [`  Mailbox    ${addresses.mailbox}`]),
    `  Database   ${addresses.database}`,
    `  Token      ${addresses.tokenFile ?? 'none yet'}`,
    ...(addresses.linkFile === null
      ? []
      : [`  First administrator, once: ${readFileSync(addresses.linkFile, 'utf8').trim()}`]),
    `  Data       ${addresses.home}`,
  ];
  await say(lines.join('\n'));
}
