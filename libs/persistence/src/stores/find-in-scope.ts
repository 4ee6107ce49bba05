import type { Found, LookUp } from '@lotse/journeys';
import { findStatement, toFound, type FoundRow } from './find-for-command.sql';
import type { SqlSession } from './sql-session';

/** Where a journey is that somebody may not see: names no journey. */
const ELSEWHERE = '(not yours to see)';

const NOTHING: Found = { organisations: {}, otherPlacements: [] };

type Ask = SqlSession['query'];

async function find(ask: Ask, lookUp: LookUp, lock: boolean): Promise<Found> {
  const { name, text, values } = findStatement(lookUp, lock);
  const [row] = await ask<FoundRow>(name, text, values);
  return row === undefined ? NOTHING : toFound(row);
}

const SEE = 'SELECT id FROM journey WHERE id = $1';

const sees = async (session: SqlSession, journey: string, lock: boolean): Promise<boolean> => {
  const [name, text] = lock ? ['lock-journey', `${SEE} FOR UPDATE`] : ['see-journey', SEE];
  return (await session.query(name, text, [journey])).length > 0;
};

/** A used id clashes with every body: nothing tells whose it is. */
const withoutCommand = ({ command, ...found }: Found): Found =>
  command === undefined ? found : { ...found, command: { bodyHash: '', version: 0 } };

async function withoutForeignId(session: SqlSession, found: Found): Promise<Found> {
  const { openJourney } = found;
  if (openJourney === undefined || (await sees(session, openJourney, false))) return found;
  return { ...found, openJourney: ELSEWHERE };
}

/**
 * What a command looks at. Its journey is looked at in the scope of whoever gives the command: outside it is as if it were not
 * there, but for its id, which nobody can take again. What rules look at beside it is seen whatever the scope: those hold across
 * all programmes, and their answers reach nobody but the rules.
 */
export async function findInScope(session: SqlSession, lookUp: LookUp, lock: boolean): Promise<Found> {
  if (session.scope?.all !== false)
    return find((name, text, values) => session.query(name, text, values), lookUp, lock);
  const across: Ask = (name, text, values) => session.across(name, text, values);
  const { journeyId } = lookUp;
  if (await sees(session, journeyId, lock))
    return withoutForeignId(session, await find(across, lookUp, lock));
  const [found, taken] = await Promise.all([
    find(across, { ...lookUp, journeyId: '' }, lock),
    across('journey-taken', SEE, [journeyId]),
  ]);
  return {
    ...(await withoutForeignId(session, withoutCommand(found))),
    ...(taken.length > 0 ? { journeyTaken: true } : {}),
  };
}
