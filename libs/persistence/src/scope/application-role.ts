import type { QueryRunner } from 'typeorm';

/** What the application's connections are: it owns nothing, and row-level security holds for it. */
export const APPLICATION_ROLE = 'lotse_app';

/** What a transaction takes whose scope is everything: as the role above, but for policies without a condition (docs/adr/0009). */
export const EVERYTHING_ROLE = 'lotse_all';

/** A role is missing or wrong, and the database's owner may not mend it. The message says what helps. */
export class ApplicationRoleError extends Error {
  override readonly name = 'ApplicationRoleError';
  readonly code = 'database-role';

  constructor(what: string, remedy: string, options?: ErrorOptions) {
    super(`${what} ${remedy}`, options);
  }
}

/** Statements to set both roles up, and as many repeats: others may do the same at the same moment, for another database of the server. */
const TRIES = 12;

/** Also what PostgreSQL says when two grant at once: "tuple concurrently updated". */
const RACES: ReadonlySet<unknown> = new Set(['42710', '23505', 'XX000']);
const NOT_ALLOWED = '42501';

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

interface Standing {
  readonly owner: string;
  /** Those that are there already. */
  readonly made: readonly string[];
  /** Those that the owner may take. */
  readonly taken: readonly string[];
  /** Those that row-level security does not hold for. */
  readonly passing: readonly string[];
  /** Whether the second role has what the first one was granted; the other way round PostgreSQL then refuses. */
  readonly inherits: boolean;
  /** From PostgreSQL 16 on a grant says by itself whether it is inherited. */
  readonly inheritsByGrant: boolean;
}

async function standingOf(owner: QueryRunner): Promise<Standing> {
  const [standing]: Standing[] = await owner.query(
    `WITH server AS (SELECT current_setting('server_version_num')::int >= 160000 AS modern),
       role AS (SELECT r.* FROM pg_roles r WHERE r.rolname = ANY (ARRAY[$1, $2])),
       app AS (SELECT oid FROM role WHERE rolname = $1), everything AS (SELECT oid FROM role WHERE rolname = $2)
     SELECT current_user AS owner, modern AS "inheritsByGrant",
       ARRAY(SELECT rolname::text FROM role) AS made,
       ARRAY(SELECT rolname::text FROM role
         WHERE pg_has_role(current_user, oid, CASE WHEN modern THEN 'SET' ELSE 'MEMBER' END)) AS taken,
       ARRAY(SELECT rolname::text FROM role WHERE rolsuper OR rolbypassrls) AS passing,
       coalesce((SELECT pg_has_role(e.oid, a.oid, 'USAGE') FROM app a, everything e), false) AS inherits
     FROM server`,
    [APPLICATION_ROLE, EVERYTHING_ROLE],
  );
  if (standing === undefined) throw new Error('A query over one row answered none');
  return standing;
}

/** The owner may take the second role but has not its policies by itself: without a scope the owner sees no rows either. */
const notInherited = ({ inheritsByGrant }: Standing): string =>
  inheritsByGrant ? ' WITH INHERIT FALSE, SET TRUE' : '';

/** Every statement in the order it is needed, with what it is needed for. */
const STEPS: readonly (readonly [
  isDone: (standing: Standing) => boolean,
  sql: (standing: Standing) => string,
])[] = [
  [({ made }) => made.includes(APPLICATION_ROLE), () => `CREATE ROLE ${APPLICATION_ROLE} NOLOGIN`],
  [({ made }) => made.includes(EVERYTHING_ROLE), () => `CREATE ROLE ${EVERYTHING_ROLE} NOLOGIN`],
  [({ inherits }) => inherits, () => `GRANT ${APPLICATION_ROLE} TO ${EVERYTHING_ROLE}`],
  [({ taken }) => taken.includes(APPLICATION_ROLE), () => `GRANT ${APPLICATION_ROLE} TO CURRENT_USER`],
  [
    ({ taken }) => taken.includes(EVERYTHING_ROLE),
    (standing) => `GRANT ${EVERYTHING_ROLE} TO CURRENT_USER${notInherited(standing)}`,
  ],
];

function mustHold({ passing }: Standing): void {
  const [role] = passing;
  if (role !== undefined)
    throw new ApplicationRoleError(
      `The role ${role} of the database server passes row-level security by.`,
      `Run as an administrator of the server: ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS`,
    );
}

/**
 * Makes the application's roles where the server has none, and lets the owner take them. They belong to the server, not to one
 * database, so they are looked at on every start: a dump that was restored elsewhere does not bring them along. Idempotent.
 * @throws ApplicationRoleError when the owner may not, or when a role would pass row-level security by
 */
export async function ensureApplicationRoles(runner: QueryRunner): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const standing = await standingOf(runner);
    mustHold(standing);
    const next = STEPS.find(([isDone]) => !isDone(standing));
    if (next === undefined) return;
    const [, sql] = next;
    try {
      await runner.query(sql(standing));
    } catch (error) {
      if (codeOf(error) === NOT_ALLOWED) throw mayNot(standing, error);
      if (attempt === TRIES || !RACES.has(codeOf(error))) throw error;
    }
  }
}

function mayNot(standing: Standing, cause: unknown): ApplicationRoleError {
  const { owner, made } = standing;
  const missing = [APPLICATION_ROLE, EVERYTHING_ROLE].filter((role) => !made.includes(role));
  const statements = [
    ...missing.map((role) => `CREATE ROLE ${role} NOLOGIN`),
    `GRANT ${APPLICATION_ROLE} TO ${EVERYTHING_ROLE}`,
    `GRANT ${APPLICATION_ROLE} TO "${owner}"`,
    `GRANT ${EVERYTHING_ROLE} TO "${owner}"${notInherited(standing)}`,
  ];
  return new ApplicationRoleError(
    `The database server lacks the roles ${APPLICATION_ROLE} and ${EVERYTHING_ROLE} that ${owner} may take, and ${owner} may not set them up.`,
    `Run once as an administrator of the server: ${statements.join('; ')}`,
    { cause },
  );
}
