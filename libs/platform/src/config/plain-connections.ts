import type { ConfigProblem } from './config-error';

type Values = Readonly<Record<string, string | undefined>>;

const SECURE_MODES = ['require', 'verify-ca', 'verify-full'];

const urlOf = (text: string | undefined): URL | undefined =>
  text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
const hostIn = (address: string | undefined): string | undefined => /^(.+):\d+$/.exec(address ?? '')?.[1];

/** Which host a variable leads to without encryption; undefined where it is encrypted, stays in a socket or is not given. */
const PLAIN_HOST: Readonly<Record<string, (values: Values) => string | undefined>> = {
  DATABASE_URL: ({ DATABASE_URL }) => {
    const url = urlOf(DATABASE_URL);
    const isSecure = SECURE_MODES.includes(url?.searchParams.get('sslmode') ?? '');
    const isSocket = url?.hostname === '' || url?.searchParams.get('host')?.startsWith('/') === true;
    return isSecure || isSocket ? undefined : url?.hostname;
  },
  TEMPORAL_ADDRESS: ({ TEMPORAL_ADDRESS, TEMPORAL_TLS, TEMPORAL_API_KEY }) =>
    TEMPORAL_API_KEY !== undefined || /^(true|t|1|yes|on)$/i.test(TEMPORAL_TLS ?? '')
      ? undefined
      : hostIn(TEMPORAL_ADDRESS),
  SMTP_URL: ({ SMTP_URL }) => {
    const url = urlOf(SMTP_URL);
    return url?.protocol === 'smtp:' && url.searchParams.get('tls') === 'none' ? url.hostname : undefined;
  },
  S3_ENDPOINT: ({ S3_ENDPOINT }) => {
    const url = urlOf(S3_ENDPOINT);
    return url?.protocol === 'http:' ? url.hostname : undefined;
  },
  // clamd knows no encryption.
  CLAMD_ADDRESS: ({ CLAMD_ADDRESS }) => hostIn(CLAMD_ADDRESS),
};

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/**
 * Connections that would leave the machine in clear (ASVS 12.3.1). A host whose network is one machine's own, as that of a Compose
 * file, is named in `LOTSE_PLAIN_HOSTS`.
 */
export function plainConnections(values: Values): ConfigProblem[] {
  const allowed = (values.LOTSE_PLAIN_HOSTS ?? '').split(',').map((host) => host.trim());
  return Object.entries(PLAIN_HOST).flatMap(([variable, hostOf]) => {
    const host = hostOf(values);
    if (host === undefined || LOOPBACK.test(host) || allowed.includes(host)) return [];
    const message = `leads to another machine without TLS; encrypt it, or name the host in LOTSE_PLAIN_HOSTS when the network is this machine's own`;
    return [{ variable, message }];
  });
}
