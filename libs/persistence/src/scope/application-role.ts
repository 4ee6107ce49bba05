import type { QueryRunner } from 'typeorm';

/** What the application's connections are: it owns nothing, and row-level security holds for it. */
export const APPLICATION_ROLE = 'lotse_app';

/** The role is missing or wrong, and the database's owner may not mend it. The message says what helps. */
export class ApplicationRoleError extends Error {
  override readonly name = 'ApplicationRoleError';
  readonly code = 'database-role';

  constructor(what: string, remedy: string, options?: ErrorOptions) {
    super(`${what} ${remedy}`, options);
  }
}

/** Others may make or grant the same role at the same moment, for another database of the server. */
const TRIES = 5;

/** Also what PostgreSQL says when two grant at once: "tuple concurrently updated". */
const RACES: ReadonlySet<unknown> = new Set(['42710', '23505', 'XX000']);
const NOT_ALLOWED = '42501';

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

interface Standing {
  readonly owner: string;
  readonly exists: boolean;
  readonly taken: boolean;
  readonly passes: boolean;
}

async function standingOf(owner: QueryRunner): Promise<Standing> {
  const [standing]: Standing[] = await owner.query(
    `SELECT current_user AS owner, count(r.oid) > 0 AS exists,
       coalesce(bool_or(pg_has_role(current_user, r.oid, 'MEMBER')), false) AS taken,
       coalesce(bool_or(r.rolsuper OR r.rolbypassrls), false) AS passes
     FROM (VALUES ($1)) AS wanted(name) LEFT JOIN pg_roles r ON r.rolname = wanted.name`,
    [APPLICATION_ROLE],
  );
  if (standing === undefined) throw new Error('An aggregate without groups answered no row');
  return standing;
}

/**
 * Makes the application's role where the server has none, and lets the owner take it. The role belongs to the server, not to one
 * database, so it is looked at on every start: a dump that was restored elsewhere does not bring it along. Idempotent.
 * @throws ApplicationRoleError when the owner may not, or when the role would pass row-level security by
 */
export async function ensureApplicationRole(runner: QueryRunner): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { owner, exists, taken, passes } = await standingOf(runner);
    if (passes)
      throw new ApplicationRoleError(
        `The role ${APPLICATION_ROLE} of the database server passes row-level security by.`,
        `Run as an administrator of the server: ALTER ROLE ${APPLICATION_ROLE} NOSUPERUSER NOBYPASSRLS`,
      );
    if (exists && taken) return;
    try {
      await runner.query(
        exists ? `GRANT ${APPLICATION_ROLE} TO CURRENT_USER` : `CREATE ROLE ${APPLICATION_ROLE} NOLOGIN`,
      );
    } catch (error) {
      if (codeOf(error) === NOT_ALLOWED)
        throw new ApplicationRoleError(
          `The database server has no role ${APPLICATION_ROLE} that ${owner} may take, and ${owner} may not make it.`,
          `Run once as an administrator of the server: CREATE ROLE ${APPLICATION_ROLE} NOLOGIN; GRANT ${APPLICATION_ROLE} TO "${owner}"`,
          { cause: error },
        );
      if (attempt === TRIES || !RACES.has(codeOf(error))) throw error;
    }
  }
}
