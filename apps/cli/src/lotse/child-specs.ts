import { join } from 'node:path';
import { masterKeyText, type ChildSpec, type MasterKey, type Services } from '@lotse/platform';
import { appEntry, mailboxEntry, projectRoot } from './installation';
import { masterKeyFile } from './master-key-of';
import type { Settings } from './settings';

/** A cold worker loads its workflow bundle and waits for its first poll. */
const READY_WITHIN_MS = 60_000;
/** What a process needs of its surroundings; everything else it is given by name. */
const INHERITED = [
  'PATH',
  'HOME',
  'TZ',
  'LANG',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'LOG_LEVEL',
  'LOTSE_PLAIN_HOSTS',
];
const FILES = [
  'S3_BUCKET',
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'S3_SECRET_ACCESS_KEY_FILE',
  'CLAMD_ADDRESS',
  'LOTSE_OPEN_UNSCANNED_FILES',
];
const INHERITED_BY = {
  api: [
    'LOTSE_ADMINISTRATOR_TOKEN',
    'LOTSE_ADMINISTRATOR_TOKEN_FILE',
    'PUBLIC_URL',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'OIDC_CLIENT_SECRET_FILE',
    'OIDC_SCOPE',
    'OIDC_GROUPS_CLAIM',
    'OIDC_GROUPS',
    'TRUSTED_PROXIES',
    'RATE_LIMIT_REQUESTS',
    'RATE_LIMIT_REFUSALS',
    'RATE_LIMIT_LOGINS',
    'RATE_LIMIT_COMPLAINTS',
    'SECURITY_CONTACT',
    'SECURITY_POLICY',
    'LOTSE_PRIVATE_WEBHOOKS',
    ...FILES,
  ],
  worker: [
    'LOTSE_PRIVATE_WEBHOOKS',
    'PUBLIC_URL',
    'SMTP_URL',
    'SMTP_URL_FILE',
    'MAIL_FROM',
    'LOTSE_RETENTION',
    'LOTSE_PRIVACY_MAIL',
    'LOTSE_AUDIT_MAIL',
    'LOTSE_NOTICE_LANGUAGE',
    ...FILES,
  ],
};

/** How the supervisor runs the api or the worker: on a loopback port of its own, ready when its health says so. */
export function childSpec(
  name: 'api' | 'worker',
  port: number,
  settings: Settings,
  services: Pick<Services, 'databaseUrl' | 'temporalAddress' | 'namespace'>,
  more: Readonly<Record<string, string>> = {},
): ChildSpec {
  return {
    name,
    command: process.execPath,
    args: ['--enable-source-maps', appEntry(name)],
    env: {
      ...inherited([...INHERITED, ...INHERITED_BY[name]]),
      ...masterKeyVariable(settings.config.LOTSE_MASTER_KEY, settings.home),
      LOTSE_HOME: settings.home,
      DATABASE_URL: services.databaseUrl,
      ...temporalVariables(settings, services),
      PORT: String(port),
      ...more,
    },
    cwd: projectRoot,
    readiness: readyAt(port),
    logFile: join(settings.home, 'logs', `${name}.log`),
    port,
  };
}

const readyAt = (port: number): ChildSpec['readiness'] => ({
  kind: 'http',
  url: `http://127.0.0.1:${port}/health/ready`,
  deadline: READY_WITHIN_MS,
});

/** How the supervisor runs the mailbox of a demonstration. @param ports its page, and where it catches mails */
export const mailboxSpec = (
  ports: { readonly page: number; readonly smtp: number },
  home: string,
): ChildSpec => ({
  name: 'mailbox',
  command: process.execPath,
  args: ['--enable-source-maps', mailboxEntry],
  env: { ...inherited(INHERITED), PORT: String(ports.page), SMTP_PORT: String(ports.smtp) },
  cwd: projectRoot,
  readiness: readyAt(ports.page),
  logFile: join(home, 'logs', 'mailbox.log'),
  port: ports.page,
});

/** True when mails go to a server that somebody named. */
export const hasMailServer = (env: NodeJS.ProcessEnv): boolean =>
  env['SMTP_URL'] !== undefined || env['SMTP_URL_FILE'] !== undefined;

function inherited(names: readonly string[]): Record<string, string> {
  const env: Record<string, string> = {};
  for (const name of names) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

/** A key from the environment is handed on; the one of the data folder is read there by each process. */
const masterKeyVariable = (key: MasterKey | undefined, home: string): Record<string, string> =>
  key === undefined
    ? { LOTSE_MASTER_KEY_FILE: masterKeyFile(home) }
    : { LOTSE_MASTER_KEY: masterKeyText(key) };

function temporalVariables(
  { config }: Settings,
  { temporalAddress, namespace }: Pick<Services, 'temporalAddress' | 'namespace'>,
): Record<string, string> {
  return {
    ...(temporalAddress === undefined ? {} : { TEMPORAL_ADDRESS: temporalAddress }),
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_TLS: String(config.TEMPORAL_TLS),
    ...(config.TEMPORAL_API_KEY === undefined ? {} : { TEMPORAL_API_KEY: config.TEMPORAL_API_KEY }),
  };
}
