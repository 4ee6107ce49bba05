/**
 * Row-level security as SQL. A migration says in one line which rows of a table a scope opens, so that the policies of all
 * tables read alike; `test/integration/row-security` fails on a table of persons or tenants without one. What a merged migration
 * has used here never changes.
 */

/** The members of one list of the scope, read once per statement. */
const list = (part: 'programmes' | 'organisations' | 'persons' | 'references' | 'journeys'): string =>
  `(SELECT lotse_scope('${part}'))::text[]`;

/** Rows whose column names a programme, an organisation, a person, a reference or a journey of the scope. */
export const opensBy = (part: Parameters<typeof list>[0], column: string): string =>
  `${column} = ANY (${list(part)})`;

/** Rows whose column, a list, names an organisation or reference of the scope. */
export const opensByAny = (part: 'organisations' | 'references', column: string): string =>
  `${column} && ${list(part)}`;

/** Rows whose column names the account of the scope. */
export const opensByAccount = (column: string): string => `${column} = (SELECT lotse_account())`;

/** Rows for every scope there is, but not without one. */
export const opensToAnybody = '(SELECT lotse_account()) IS NOT NULL';

/** True of a scope that names any programme, as coordinators have. */
export const holdsProgramme = `cardinality(${list('programmes')}) > 0`;

/**
 * Rows of journeys that the scope opens. A function and no sub-select: PostgreSQL makes ready every sub-select of every policy for
 * each execution, also for those who see everything.
 */
export const opensByJourney = (column: string): string => `lotse_opens_journey(${column})`;

/**
 * Rows of journeys that the scope opens, or of one that is not there yet: a nomination writes its journey and all of its rows in
 * one statement, which does not see its own rows. The journey's own row is what the scope is then held against.
 */
export const takenByJourney = (column: string): string =>
  `(${opensByJourney(column)} OR lotse_journey_unborn(${column}))`;

const EVERYTHING = '(SELECT lotse_sees_all())';

/**
 * For the role that a transaction takes whose scope is everything: a condition that is plainly true is not even planned, while one
 * that asks for the scope is made ready for each table of each statement, which cost a third of a command.
 */
export const openToEverything = (table: string): string =>
  `CREATE POLICY everything ON ${table} TO lotse_all USING (true) WITH CHECK (true)`;

/**
 * Turns row-level security on, for the owner too. Only the scope "everything" passes by.
 * @param opens which rows a scope reads, changes and deletes @param takes which rows it may leave behind; the same unless given
 */
export const secureRows = (table: string, opens: string, takes = opens): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY scope ON ${table} USING (${EVERYTHING} OR ${opens}) WITH CHECK (${EVERYTHING} OR ${takes});
  ${openToEverything(table)}`;

/** Takes it back; a table that is dropped needs none. */
export const unsecureRows = (table: string): string => `
  DROP POLICY scope ON ${table};
  DROP POLICY IF EXISTS everything ON ${table};
  ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`;

/** For tables of Lotse's own work: no scope but "everything" opens a row. */
export const opensToNobody = 'false';
