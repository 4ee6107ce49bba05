import type { FigureCatalogue } from '@lotse/domain';
import type { FigureQuestion } from '@lotse/reports';
import type { SqlSession } from '../scope/with-actor';
import { FiguresNotReady } from './figures-not-ready';

/** How far months go, as the transaction sees them. */
export interface FoldState {
  /** Every row up to this id is in the months. */
  readonly upTo: string;
  /** Months hold nothing that was learned after the instant asked for. */
  readonly serves: boolean;
}

/**
 * Everything that a transaction reads from here on is of one moment: the state of the fold, months and rows fit each other while a
 * round folds, and a list its facts. What figures read is large and planned in vain for compilation,
 * and its joins are by ids of which the planner expects far too many rows: it would sort them all.
 */
const ONE_MOMENT = `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL jit = off; SET LOCAL work_mem = '32MB';
  SET LOCAL enable_mergejoin = off`;

/** Persons of a programme whose rows were made by another catalogue, or by none yet. */
const STALE = `
  SELECT FROM journey j WHERE j.programme = $1 AND NOT EXISTS (
    SELECT FROM person_trait t WHERE t.person = j.person AND t.programme = j.programme AND t.shape = $2)
  UNION ALL SELECT FROM person_trait t WHERE t.programme = $1 AND t.shape <> $2`;

const STATE = `
  SELECT up_to AS "upTo", known_until <= $2::timestamptz AS serves, shape IS NOT DISTINCT FROM $3 AS made
  FROM figure_fold WHERE programme = $1`;

/**
 * Begins to read figures: the first that a transaction does.
 * @throws FiguresNotReady while rows of some persons are still to be made: what is there adds up to less
 */
export async function foldStateOf(
  session: SqlSession,
  { shape }: Pick<FigureCatalogue, 'shape'>,
  { programme, moment }: Pick<FigureQuestion, 'programme' | 'moment'>,
): Promise<FoldState> {
  const [, [state]] = await Promise.all([
    session.source.query(ONE_MOMENT),
    session.query<FoldState & Record<'made', boolean>>('fold-state', STATE, [
      programme,
      moment.knownAt,
      shape,
    ]),
  ]);
  if (state?.made !== true) {
    const stale = await session.across('stale-figures', `${STALE} LIMIT 1`, [programme, shape]);
    if (stale.length > 0) throw new FiguresNotReady(programme);
  }
  return state ?? { upTo: '0', serves: true };
}
