import type { Moment } from '@lotse/reports';
import type { SqlSession } from '../scope/with-actor';

/** How far months go, as the transaction sees them. */
export interface FoldState {
  /** Every row up to this id is in the months. */
  readonly upTo: string;
  /** Months hold nothing that was learned after the instant asked for. */
  readonly serves: boolean;
}

/**
 * Everything that a transaction reads from here on is of one moment: the state of the fold, months and rows fit each other while a
 * round folds, and a list its facts. What figures read is large and planned in vain for compilation.
 */
const ONE_MOMENT = `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL jit = off; SET LOCAL work_mem = '32MB'`;

const STATE = `SELECT up_to AS "upTo", known_until <= $2::timestamptz AS serves FROM figure_fold WHERE programme = $1`;

/** Begins to read figures: the first that a transaction does. */
export async function foldStateOf(
  session: SqlSession,
  { programme, moment }: { readonly programme: string; readonly moment: Moment },
): Promise<FoldState> {
  const [, [state]] = await Promise.all([
    session.source.query(ONE_MOMENT),
    session.query<FoldState & Record<string, unknown>>('fold-state', STATE, [programme, moment.knownAt]),
  ]);
  return state ?? { upTo: '0', serves: true };
}
