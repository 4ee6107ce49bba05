import type { ErasureCause, ErasureOrder, StoredErasure } from '@lotse/privacy';
import type { SqlSession } from '../sql-session';

export const ERASURE_COLUMNS = `id, person, persons, journeys, mails, contents, cause, requested_by AS "requestedBy",
  erased_at AS "erasedAt", counts, contents_at AS "contentsAt", noted_at AS "notedAt", histories, histories_at AS "historiesAt"`;

export interface ErasureRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly person: string;
  readonly persons: string[];
  readonly journeys: string[];
  readonly mails: string[];
  readonly contents: string[];
  readonly cause: ErasureCause;
  readonly requestedBy: string;
  readonly erasedAt: Date;
  readonly counts: Readonly<Record<string, number>>;
  readonly contentsAt: Date | null;
  readonly notedAt: Date | null;
  readonly histories: number | null;
  readonly historiesAt: Date | null;
}

export const toErasure = ({
  erasedAt,
  contentsAt,
  notedAt,
  histories,
  historiesAt,
  ...rest
}: ErasureRow): StoredErasure => ({
  ...rest,
  erasedAt: erasedAt.toISOString(),
  ...(contentsAt === null ? {} : { contentsAt: contentsAt.toISOString() }),
  ...(notedAt === null ? {} : { notedAt: notedAt.toISOString() }),
  ...(histories === null ? {} : { histories }),
  ...(historiesAt === null ? {} : { historiesAt: historiesAt.toISOString() }),
});

/** Writes the ledger, and the audit's entry beside it. */
export async function writeErasure(
  tx: SqlSession,
  { id, person, cause, requestedBy, at, audit }: ErasureOrder,
  done: Pick<StoredErasure, 'persons' | 'journeys' | 'mails' | 'contents' | 'counts'>,
): Promise<StoredErasure> {
  await tx.query(
    'write-erasure',
    `WITH audited AS (INSERT INTO audit_waiting (entry) VALUES ($11))
     INSERT INTO erasure (id, person, persons, journeys, mails, contents, cause, requested_by, erased_at, counts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      person,
      done.persons,
      done.journeys,
      done.mails,
      done.contents,
      cause,
      requestedBy,
      at,
      JSON.stringify(done.counts),
      audit,
    ],
  );
  return { id, person, cause, requestedBy, erasedAt: at, ...done };
}
