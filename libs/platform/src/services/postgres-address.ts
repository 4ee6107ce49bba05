import { ServiceError } from './service-error';

/** The parts of a database URL that Temporal's configuration and SQL tool want one by one. */
export interface PostgresAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly tls: boolean;
  readonly verifyHost: boolean;
}

/** Takes a `postgresql://` URL apart; `sslmode` require, verify-ca and verify-full mean TLS. Fails clearly on anything else. */
export function postgresAddress(databaseUrl: string): PostgresAddress {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol) || url.hostname === '') {
    throw new ServiceError(
      'database-unreachable',
      'DATABASE_URL is no PostgreSQL address.',
      'It reads postgresql://user:password@host:5432/database.',
    );
  }
  const mode = url.searchParams.get('sslmode') ?? 'disable';
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    tls: ['require', 'verify-ca', 'verify-full'].includes(mode),
    verifyHost: mode === 'verify-full',
  };
}

/** The same server, another database. */
export function withDatabase(databaseUrl: string, database: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${database}`;
  return url.toString();
}
