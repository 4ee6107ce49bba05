import type { SignedReport } from '@lotse/journeys';
import type { SqlSession } from '../scope/with-actor';
import { instantSql } from '../sheet/instant.sql';

/**
 * Signed reports of a programme, oldest first. Seen whatever the scope of whoever corrects: the rule that two people correct a locked
 * fact holds for everybody.
 */
export const signedReports = (session: SqlSession, programme: string): Promise<readonly SignedReport[]> =>
  session.across<SignedReport & Record<string, unknown>>(
    'signed-reports',
    `SELECT id, to_char(as_of, 'YYYY-MM-DD') AS "asOf", ${instantSql('known_at')} AS "knownAt", kinds
     FROM report WHERE programme = $1 AND state = 'signed' ORDER BY report.known_at, id`,
    [programme],
  );
