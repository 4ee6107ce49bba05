import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { reasonOf, ServiceError } from './service-error';

/** A user of this machine by its numbers. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

const name = 'postgres';

/**
 * The user the database runs as where we are root, which PostgreSQL refuses: the machine's `postgres`, made as a
 * system user without login where there is none. Safe to repeat.
 */
export function databaseUser(): OsUser {
  const known = lookUp();
  if (known !== undefined) return known;
  const reasons = [create('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', name])];
  if (lookUp() === undefined)
    reasons.push(create('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', name]));
  const made = lookUp();
  if (made !== undefined) return made;
  throw new ServiceError(
    'postgres-user-missing',
    `PostgreSQL does not run as root, and the system user "${name}" could not be made (${reasons.join('; ')}).`,
    'Make that user, run as an ordinary user, or set DATABASE_URL.',
  );
}

function lookUp(): OsUser | undefined {
  try {
    const options: ExecFileSyncOptionsWithStringEncoding = {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    };
    return {
      uid: Number(execFileSync('id', ['-u', name], options)),
      gid: Number(execFileSync('id', ['-g', name], options)),
    };
  } catch {
    return undefined;
  }
}

function create(command: string, args: string[]): string {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    return `${command}: done`;
  } catch (error) {
    return `${command}: ${reasonOf(error).split('\n')[0]}`;
  }
}
