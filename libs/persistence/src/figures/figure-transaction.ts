import type {
  CountedRows,
  FigureOwner,
  FigureTransaction,
  FigureWrite,
  Found,
  LookUp,
  SealedPerson,
} from '@lotse/journeys';
import type { SqlSession } from '../scope/with-actor';
import {
  COUNTED_OF_JOURNEY,
  COUNTED_OF_PERSON,
  lockOf,
  PERSON_OF_JOURNEY,
  toCounted,
  type CountedRow,
} from './counted.sql';
import { APPEND_CHANGES, changeValues, PUT_TRAITS, traitValues } from './write-figures.sql';

/** Everything is sent at once: what is sent after it in the same transaction needs no answer of it. */
export async function writeFigures(session: SqlSession, writes: readonly FigureWrite[]): Promise<void> {
  await Promise.all(
    writes.flatMap((write) => [
      ...(write.kept === undefined
        ? []
        : [session.across('put-traits', PUT_TRAITS, traitValues(write, write.kept))]),
      ...(write.changes.length === 0
        ? []
        : [session.across('append-changes', APPEND_CHANGES, changeValues(write))]),
    ]),
  );
}

interface PersonRow {
  readonly version: number;
  readonly secret: Buffer | null;
  readonly wrapped_key: Buffer | null;
}

async function sealedPerson(session: SqlSession, id: string): Promise<SealedPerson | undefined> {
  const [row] = await session.across<PersonRow>(
    'sealed-person',
    `SELECT r.version, r.secret, k.wrapped_key FROM record r LEFT JOIN person_key k ON k.person = r.id
     WHERE r.type = 'person' AND r.id = $1 ORDER BY r.version DESC LIMIT 1`,
    [id],
  );
  if (row === undefined || row.secret === null) return undefined;
  const { version, secret, wrapped_key: wrappedKey } = row;
  return { id, version, secret, ...(wrappedKey === null ? {} : { wrappedKey }) };
}

/** A statement sees what was committed before it began: the lock is a statement of its own, before the one that reads. */
const countedBy =
  (session: SqlSession, name: string, text: string) =>
  async (owner: FigureOwner, kinds: readonly string[]): Promise<CountedRows> => {
    const [, rows] = await Promise.all([
      session.across('lock-figures', lockOf('$1::text'), [owner.person]),
      session.across<CountedRow>(name, text, [null, owner.person, owner.programme, kinds]),
    ]);
    return toCounted(rows, owner);
  };

export const figureTransactionOn = (session: SqlSession): FigureTransaction => ({
  counted: countedBy(session, 'counted-of-journey', COUNTED_OF_JOURNEY),
  everCounted: countedBy(session, 'counted-of-person', COUNTED_OF_PERSON),
  sealedPerson: (person) => sealedPerson(session, person),
  writeFigures: (writes) => writeFigures(session, writes),
});

/** What figures look at of a journey's person; `found` holds the journey's lock once its statement has run. */
export async function findCounted(
  session: SqlSession,
  lookUp: LookUp,
  kinds: readonly string[],
  find: () => Promise<Found>,
): Promise<{ found: Found; counted: CountedRows }> {
  const { journeyId, person = null, programme = null } = lookUp;
  const finding = find();
  // Where rows are cut to a scope the journey is locked by a first of several statements; else all go out in one message.
  if (session.scope?.all === false) await finding;
  const [found, , rows] = await Promise.all([
    finding,
    session.across('lock-figures-of-journey', lockOf(PERSON_OF_JOURNEY), [journeyId, person]),
    session.across<CountedRow>('counted-of-journey', COUNTED_OF_JOURNEY, [
      journeyId,
      person,
      programme,
      kinds,
    ]),
  ]);
  return { found, counted: toCounted(rows, { person: person ?? '', programme: programme ?? '' }) };
}
