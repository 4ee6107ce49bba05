import type { JourneyState } from '@lotse/domain';
import type {
  AcceptedCommand,
  JourneyFilter,
  JourneyStore,
  JourneyTransaction,
  JourneyWrite,
  StoredJourneyRow,
} from '@lotse/journeys';
import type { DataSource } from 'typeorm';
import { figureTransactionOn, findCounted, writeFigures } from '../figures/figure-transaction';
import { sheetReaderOn } from '../sheet/sheet.reader';
import { factsOf } from './facts-of';
import { signedReports } from '../reports/signed-reports';
import { COMPANIES } from './find-for-command.sql';
import { findInScope } from './find-in-scope';
import { inReach, reachValue } from './reach.sql';
import { enterPerson, personsFrom } from './persons-of-nominations';
import { rebuildJourney } from './projection.store';
import { inTransaction, isUniqueViolation, withSession, type SqlSession } from './sql-session';
import { templateOn } from './template.store';
import { writeStatement } from './write-command.sql';
import { remindersStatement, silenceStatement } from './write-reminders.sql';

async function writeReminders(
  session: SqlSession,
  { after, reminders, silenced }: JourneyWrite,
): Promise<void> {
  if (silenced.roles.length > 0) {
    const { name, text, values } = silenceStatement(after.id, silenced);
    await session.across(name, text, values);
  }
  if (reminders.length === 0) return;
  const { name, text, values } = remindersStatement(reminders);
  await session.query(name, text, values);
}

async function unlessTaken(write: () => Promise<void>): Promise<'written' | 'clash'> {
  try {
    await write();
    return 'written';
  } catch (error) {
    if (isUniqueViolation(error)) return 'clash';
    throw error;
  }
}

/** Sent in this order without waiting: what failed first is why the rest failed. */
async function allOf(...sent: readonly Promise<void>[]): Promise<void> {
  for (const answer of await Promise.allSettled(sent)) if (answer.status === 'rejected') throw answer.reason;
}

/** @param changed takes the ids of journeys that are written */
const transactionOn = (session: SqlSession, changed: Set<string>): JourneyTransaction => ({
  templates: { get: (id) => templateOn(session, id) },
  enterPerson: (record) => enterPerson(session, record),
  lockPerson: async ({ journeyId, person }) => {
    await session.across(
      'lock-person',
      `SELECT 1 FROM person_key WHERE person = (SELECT person FROM journey WHERE id = $1) OR person = $2
       ORDER BY person FOR UPDATE`,
      [journeyId, person ?? null],
    );
  },
  find: (lookUp) => findInScope(session, lookUp, true),
  findCounted: (lookUp, kinds) =>
    findCounted(session, lookUp, kinds, () => findInScope(session, lookUp, true)),
  ...figureTransactionOn(session),
  findCommand: async (id) => {
    const [command] = await session.query<{ bodyHash: string; version: number }>(
      'find-command',
      `SELECT body_hash AS "bodyHash", version FROM command WHERE id = $1`,
      [id],
    );
    return command satisfies AcceptedCommand | undefined;
  },
  facts: (journeyId) => factsOf(session, journeyId),
  signedReports: (programme) => signedReports(session, programme),
  sheet: async (programme, at) => {
    const answer = await sheetReaderOn(session.source, () => at).sheet({ programme });
    return answer.ok ? answer.value.sheet : undefined;
  },
  rebuild: (journeyId, stored) => rebuildJourney(session, journeyId, stored),
  write: (write) =>
    unlessTaken(async () => {
      changed.add(write.after.id);
      await writeReminders(session, write);
      const { name, text, values } = writeStatement(write);
      await session.query(name, text, values);
    }),
  conclude: (write, figures) =>
    unlessTaken(async () => {
      changed.add(write.after.id);
      await writeReminders(session, write);
      const { name, text, values } = writeStatement(write);
      await allOf(writeFigures(session, figures), session.conclude(name, text, values));
    }),
});

type BatchRow = { id: string; journey: string; version: number };

const PAGE = 500;

/** Page by page, so that a batch of any size needs little memory. */
async function* batchRows(dataSource: DataSource, batch: string): AsyncGenerator<BatchRow> {
  let after = ['', 0];
  for (;;) {
    const [journey, version] = after;
    const rows = await withSession(dataSource, (session) =>
      session.query<BatchRow>(
        'batch',
        `SELECT id, journey_id AS journey, version FROM command WHERE batch = $1
           AND (journey_id > $2 OR (journey_id = $2 AND version < $3))
         ORDER BY journey_id, version DESC LIMIT ${PAGE}`,
        [batch, journey, version],
      ),
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = [last.journey, last.version];
  }
}

/** Journeys on PostgreSQL. `onKept` is called after each commit, with the ids of what was written. */
export const createJourneyStore = (
  dataSource: DataSource,
  onKept: (changed: Iterable<string>) => void,
): JourneyStore => ({
  transact: async (work) => {
    const changed = new Set<string>();
    const answer = await inTransaction(dataSource, (session) => work(transactionOn(session, changed)));
    if (answer.keep) onKept(changed);
    return answer;
  },
  look: (lookUp) => withSession(dataSource, (session) => findInScope(session, lookUp, false)),
  facts: (journeyId) => withSession(dataSource, (session) => factsOf(session, journeyId)),
  batch: (batch) => batchRows(dataSource, batch),
  snapshot: async (journeyId) => {
    const rows = await withSession(dataSource, (session) =>
      session.query<{ snapshot: JourneyState }>('snapshot', `SELECT snapshot FROM journey WHERE id = $1`, [
        journeyId,
      ]),
    );
    return rows[0]?.snapshot;
  },
  personsFrom: (university) => withSession(dataSource, (session) => personsFrom(session, university)),
  list: (filter: JourneyFilter) =>
    withSession(dataSource, (session) =>
      session.query<StoredJourneyRow>(
        'list-journeys',
        `SELECT id, programme, template, stage, phase, status, version,
           EXISTS (SELECT FROM journey_clock c WHERE c.journey_id = j.id AND NOT c.stopped) AS clocked
         FROM journey j
         WHERE ${inReach('$9', 'j')} AND ($1::text IS NULL OR programme = $1) AND ($2::text IS NULL OR stage = $2)
           AND ($3::text IS NULL OR status = $3) AND ($4::text IS NULL OR id > $4)
           AND ($6::text IS NULL OR $6 = ANY (companies)) AND ($7::text IS NULL OR person = $7)
           AND ($8::int IS NULL OR coalesce((snapshot ->> 'shape')::int, 0) < $8)
           AND ($10::text IS NULL OR $10 = ANY (${COMPANIES}))
         ORDER BY id LIMIT $5`,
        [
          filter.programme ?? null,
          filter.stage ?? null,
          filter.status ?? null,
          filter.after ?? null,
          filter.limit,
          filter.company ?? null,
          filter.person ?? null,
          filter.shapeBefore ?? null,
          reachValue(filter.reach),
          filter.involves ?? null,
        ],
      ),
    ),
});
