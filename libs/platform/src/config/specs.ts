import { bool, num, port, str } from 'envalid';
import {
  bearerToken,
  contactUri,
  freePort,
  hostAndPort,
  mailAddresses,
  mailSender,
  masterKey,
  postgresUrl,
  smtpUrl,
  webUrl,
} from './validators';

const COMMON = {
  LOTSE_HOME: str({ default: '.lotse', desc: 'folder of the embedded services and their secrets' }),
  LOG_LEVEL: str({
    default: 'info',
    choices: ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
    desc: 'least level that is logged',
  }),
  LOTSE_PLAIN_HOSTS: str({
    default: '',
    desc: 'hosts that may be reached without TLS since their network is one machine, with commas; the loopback always may',
  }),
};
const TEMPORAL = {
  TEMPORAL_NAMESPACE: str({ default: 'lotse', desc: 'namespace of the workflows' }),
  TEMPORAL_TLS: bool({
    default: false,
    desc: 'whether the connection to Temporal is encrypted; always with an API key',
  }),
  TEMPORAL_API_KEY: str({ default: undefined, desc: 'API key of Temporal Cloud' }),
};

/** Where contents of files lie, and who looks at them. */
const FILES = {
  S3_BUCKET: str({ default: undefined, desc: 'bucket for files; without it they lie in LOTSE_HOME/files' }),
  S3_ENDPOINT: webUrl({ default: undefined, desc: 'address of an S3-compatible service; AWS unless given' }),
  S3_REGION: str({ default: 'us-east-1', desc: 'region of the bucket' }),
  S3_ACCESS_KEY_ID: str({ default: undefined, desc: 'key id for the bucket' }),
  S3_SECRET_ACCESS_KEY: str({ default: undefined, desc: 'secret key for the bucket' }),
  CLAMD_ADDRESS: hostAndPort({ default: undefined, desc: 'malware scanner; without it files stay pending' }),
  LOTSE_OPEN_UNSCANNED_FILES: bool({
    default: false,
    desc: 'whether files are opened that no scanner has seen',
  }),
};

/** Whom webhooks may reach. */
const WEBHOOKS = {
  LOTSE_PRIVATE_WEBHOOKS: bool({
    default: false,
    desc: 'whether webhooks may call plain HTTP and private addresses; for tests and closed networks alone',
  }),
};

/** What each kind of process reads from its environment, by variable. */
export const SPECS = {
  api: {
    ...COMMON,
    ...TEMPORAL,
    TEMPORAL_ADDRESS: hostAndPort({
      default: undefined,
      desc: 'frontend of the Temporal server, to tell administrators how it is; requests never wait for it',
    }),
    ...FILES,
    ...WEBHOOKS,
    DATABASE_URL: postgresUrl({ desc: 'the application database' }),
    LOTSE_MASTER_KEY: masterKey({ desc: 'wraps the keys of all persons' }),
    PORT: freePort({ default: 3000, desc: 'HTTP port; 0 takes any free one' }),
    HOST: str({ default: '127.0.0.1', desc: 'address it listens on; the loopback unless in a container' }),
    PUBLIC_URL: webUrl({ default: undefined, desc: 'address at which users reach it through a proxy' }),
    LOTSE_ADMINISTRATOR_TOKEN: bearerToken({
      default: undefined,
      desc: 'replaces the token kept in LOTSE_HOME',
    }),
    OIDC_ISSUER: webUrl({ default: undefined, desc: "the organisation's own sign-in service" }),
    OIDC_CLIENT_ID: str({ default: 'lotse', desc: 'name of Lotse at that service' }),
    OIDC_CLIENT_SECRET: str({ default: undefined, desc: 'secret of Lotse at that service' }),
    OIDC_SCOPE: str({ default: 'openid profile email', desc: 'what Lotse asks that service for' }),
    OIDC_GROUPS_CLAIM: str({ default: 'groups', desc: 'claim of that service that lists groups' }),
    OIDC_GROUPS: str({ default: '{}', desc: 'grants by group, as JSON' }),
    LOTSE_DEMO_LOGIN: bool({
      default: false,
      desc: 'sign-in by one click, for the demo on one machine alone',
    }),
    SECOND_FACTOR: str({
      default: 'office',
      choices: ['office', 'everybody'],
      desc: 'who needs a second factor: coordinators, administrators and data-protection leads, or every account',
    }),
    TRUSTED_PROXIES: str({
      default: undefined,
      desc: 'addresses of proxies whose X-Forwarded-For is believed, with commas',
    }),
    RATE_LIMIT_REQUESTS: num({
      default: 1_200,
      desc: 'requests a minute for each session, token or link',
    }),
    RATE_LIMIT_REFUSALS: num({ default: 120, desc: 'refused sign-ins and tokens a minute for each address' }),
    RATE_LIMIT_LOGINS: num({ default: 5, desc: 'wrong passwords before the next try has to wait' }),
    RATE_LIMIT_COMPLAINTS: num({
      default: 30,
      desc: 'complaints without a name, and questions after them, an hour for each address',
    }),
    SECURITY_CONTACT: contactUri({ default: undefined, desc: 'whom to tell of a weakness; in security.txt' }),
    SECURITY_POLICY: webUrl({ default: undefined, desc: 'page on how reports are handled; in security.txt' }),
  },
  worker: {
    ...COMMON,
    ...TEMPORAL,
    ...FILES,
    ...WEBHOOKS,
    PUBLIC_URL: webUrl({
      default: undefined,
      desc: 'address at which users reach the API; who tells, in webhooks',
    }),
    DATABASE_URL: postgresUrl({ desc: 'the application database' }),
    TEMPORAL_ADDRESS: hostAndPort({ desc: 'frontend of the Temporal server' }),
    LOTSE_MASTER_KEY: masterKey({ desc: 'wraps the keys of all persons' }),
    SMTP_URL: smtpUrl({ default: undefined, desc: 'mail server; without it mails wait in the outbox' }),
    MAIL_FROM: mailSender({ default: 'Lotse <lotse@localhost>', desc: 'sender of mails' }),
    LOTSE_RETENTION: str({
      default: 'ask',
      choices: ['ask', 'automatic'],
      desc: 'whether what has been kept long enough goes by itself, or a person is asked',
    }),
    LOTSE_PRIVACY_MAIL: mailAddresses({
      default: [],
      desc: 'whom to tell how much is due for deletion, with commas',
    }),
    LOTSE_AUDIT_MAIL: mailAddresses({
      default: [],
      desc: "whom to send the head of the audit's chain each day, with commas",
    }),
    LOTSE_NOTICE_LANGUAGE: str({
      default: 'de',
      choices: ['de', 'en', 'ru', 'ky'],
      desc: 'language of these mails',
    }),
    PORT: freePort({
      default: 3001,
      desc: 'HTTP port of the health answers on the loopback; 0 takes any free one',
    }),
  },
  cli: {
    ...COMMON,
    ...TEMPORAL,
    ...FILES,
    ...WEBHOOKS,
    DATABASE_URL: postgresUrl({ default: undefined, desc: 'replaces the embedded PostgreSQL' }),
    TEMPORAL_ADDRESS: hostAndPort({ default: undefined, desc: 'replaces the embedded Temporal server' }),
    LOTSE_MASTER_KEY: masterKey({ default: undefined, desc: 'replaces the key kept in LOTSE_HOME' }),
    LOTSE_CACHE: str({ default: undefined, desc: 'folder for programs kept once per user' }),
    LOTSE_TEMPORAL_RELEASES: webUrl({
      default: undefined,
      desc: 'mirror of the release archives of Temporal',
    }),
    PORT: port({ default: 3000, desc: 'HTTP port of the API' }),
  },
};
export type ProcessKind = keyof typeof SPECS;

/** Variables that may instead name a file holding the value: `<NAME>_FILE`. */
export const SECRETS = [
  'DATABASE_URL',
  'LOTSE_MASTER_KEY',
  'LOTSE_ADMINISTRATOR_TOKEN',
  'TEMPORAL_API_KEY',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
  'S3_SECRET_ACCESS_KEY',
] as const;

/** Variables that are of use together only. */
export const TOGETHER = [['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']] as const;
