import { createAccounts } from '@lotse/accounts';
import { dayInBerlin, type Dimension, FIGURE_CATALOGUE } from '@lotse/domain';
import { createAccountStores, createFigureStore, createSheetReader } from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import { TEST_MASTER_KEY } from '@lotse/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { buildPdf } from '../../files/build-pdf';
import { referenceFile } from '../journeys/journeys-database';
import { LEAD, openPrivacyDatabase, type PrivacyDatabase } from './privacy-database';

jest.setTimeout(120_000);

const PROGRAMME = 'kg-glass-2023';
const AIGUL = {
  givenName: 'Айгүл',
  familyName: 'Өмүрбекова',
  bornOn: '1999-01-01',
  gender: 'female',
  nationality: 'KG',
};
const BY: readonly (readonly Dimension[])[] = [
  [],
  ['gender', 'age-band', 'country', 'cohort'],
  ['stage', 'company'],
];
const PAST_DAYS = ['2024-06-30', '2025-06-30', '2026-03-31'];

describe('a person who wants to be forgotten', () => {
  let database: PrivacyDatabase;
  beforeAll(async () => {
    database = await openPrivacyDatabase();
    await database.importText(referenceFile());
  });
  afterAll(() => database.close());

  const sheets = async (): Promise<unknown[]> => {
    const reader = createSheetReader(database.application, () => database.clock.now());
    const knownAt = database.clock.now().toISOString();
    const answers = await Promise.all(
      PAST_DAYS.map((asOf) => reader.sheet({ programme: PROGRAMME, asOf, knownAt })),
    );
    return answers.map((answer) => (answer.ok ? answer.value.sheet : answer.problem));
  };
  /** Every figure that is counted of persons, whole and by who they are, and every duration. */
  const figures = async (): Promise<unknown[]> => {
    const store = createFigureStore(database.application, FIGURE_CATALOGUE);
    const indicators = [...FIGURE_CATALOGUE.indicators.keys()];
    const questions = PAST_DAYS.flatMap((asOf) =>
      BY.map((by) => ({
        programme: PROGRAMME,
        moment: { asOf, knownAt: database.clock.now().toISOString() },
        indicators,
        by,
      })),
    );
    const inOrder = (found: readonly object[]): object[] =>
      found.toSorted((a, b) => (inspect(a) < inspect(b) ? -1 : 1));
    return Promise.all(
      questions.map(async (question) => [
        inOrder(await store.cells(question)),
        inOrder(await store.durations(question)),
      ]),
    );
  };
  const closedPerson = async (): Promise<string> => {
    const [row]: { person: string }[] = await database.dataSource.query(
      `SELECT person FROM journey JOIN person_key USING (person)
       GROUP BY person HAVING bool_and(status = 'closed') ORDER BY person LIMIT 1`,
    );
    return row?.person ?? '';
  };
  const openPerson = async (): Promise<string> => {
    const [row]: { person: string }[] = await database.dataSource.query(
      `SELECT person FROM journey WHERE status = 'open' ORDER BY person LIMIT 1`,
    );
    return row?.person ?? '';
  };

  it('is told what to do while a journey is open', async () => {
    const person = await openPerson();
    expect(await database.privacy.erasures.erase(person, LEAD)).toMatchObject({
      result: 'refused',
      code: 'journey-open',
      message: expect.stringContaining('close it first'),
    });
    expect(await database.privacy.erasures.preview(person)).toMatchObject({
      result: 'preview',
      obstacle: { code: 'journey-open' },
    });
  });

  it('stays while a legal hold stands, and may go once it is lifted', async () => {
    const person = await closedPerson();
    const { holds, erasures } = database.privacy;
    const hold = { id: 'hold-1', person, reason: 'Klage vor dem Arbeitsgericht, Айгүл' };
    expect(await holds.set(hold, LEAD)).toEqual({ result: 'accepted', id: 'hold-1' });
    expect(await holds.set(hold, LEAD)).toEqual({ result: 'accepted', id: 'hold-1' });
    expect(await holds.list()).toMatchObject([{ id: 'hold-1', reason: hold.reason }]);
    expect(await erasures.erase(person, LEAD)).toMatchObject({
      code: 'legal-hold',
      message: expect.stringContaining('hold-1'),
    });
    expect(await holds.lift('hold-1', 'Vergleich', LEAD)).toEqual({ result: 'accepted', id: 'hold-1' });
    expect(await holds.list()).toEqual([]);
    expect(await erasures.preview(person)).not.toHaveProperty('obstacle');
  });

  it('23: is erased from database, files, mail and histories with a receipt, and past figures stay the same', async () => {
    const person = await closedPerson();
    const { privacy, files, addresses, journeys } = database;
    await files.upload({
      id: 'passport',
      programme: PROGRAMME,
      person,
      topic: 'identity',
      name: 'Паспорт.pdf',
      type: 'application/pdf',
      bytes: buildPdf(),
      uploadedBy: 'coordinator-1',
    });
    await addresses.putContactPoint({
      id: 'mail-of-them',
      programme: PROGRAMME,
      role: 'candidate',
      person,
      language: 'ky',
      address: 'aigul@example.org',
    });
    const before = [await sheets(), await figures()];
    const preview = await privacy.erasures.preview(person);
    const answer = await privacy.erasures.erase(person, LEAD);
    expect(answer).toMatchObject({ result: 'erased', receipt: { person, complete: true, cause: 'request' } });
    if (answer.result === 'refused' || preview.result === 'refused') throw new Error('refused');
    const { receipt } = answer;
    const counts = receipt.lines.flatMap(({ table, count }) => (table === undefined ? [] : [[table, count]]));
    expect(Object.fromEntries(counts)).toEqual(preview.counts);
    expect(preview.counts).toMatchObject({ record: 1, person_key: 1, contact_point: 1, file: 1 });
    expect(receipt.lines).toContainEqual(expect.objectContaining({ store: 'files', count: 1 }));
    expect(receipt.lines).toContainEqual(expect.objectContaining({ table: 'person_key', count: 1 }));
    expect(receipt.lines).toContainEqual(expect.objectContaining({ table: 'contact_point', count: 1 }));
    expect(database.forgotten).toEqual(receipt.journeys);

    expect([await sheets(), await figures()]).toEqual(before);
    expect(await files.list({ person, limit: 10 })).toEqual([]);
    const left = readdirSync(join(database.home, 'files'), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
    expect(await addresses.contactPoints(PROGRAMME)).toEqual([]);
    const [journey = ''] = receipt.journeys;
    expect(JSON.stringify(await journeys.timeline(journey))).not.toContain('reason');
    expect(await privacy.export(person, LEAD)).toMatchObject({ code: 'person-erased' });
    expect(await privacy.erasures.erase(person, LEAD)).toEqual({ result: 'repeated', receipt });
    const line: unknown = JSON.parse(readFileSync(join(database.home, 'erasures.jsonl'), 'utf8'));
    expect(line).toEqual({ id: receipt.erasure, person, persons: [person], erasedAt: receipt.erasedAt });
  });

  it('gets no mail that waits, and others get none that tells of them', async () => {
    const person = await openPerson();
    const { addresses, application, dataSource, clock, privacy } = database;
    const [{ id: journey = '' } = {}]: { id?: string }[] = await dataSource.query(
      'SELECT id FROM journey WHERE person = $1',
      [person],
    );
    const withdrawal = { id: 'withdrawal', journey, command: 'withdraw', by: { role: 'candidate' } };
    const said = { happenedOn: dayInBerlin(clock.now()), data: { reason: 'Үйгө кайтам' } };
    expect(await database.submit({ ...withdrawal, ...said })).toMatchObject({ result: 'accepted' });
    const stores = createAccountStores(application);
    const keyring = createKeyring(TEST_MASTER_KEY);
    const accounts = createAccounts({ stores, keyring, clock });
    await accounts.demo.seed([
      { id: 'their-account', name: 'Айгүл', grants: [{ role: 'candidate', person }] },
    ]);
    const sealed = {
      wrappedKey: Buffer.alloc(1),
      sealed: Buffer.alloc(1),
      createdAt: clock.now().toISOString(),
    };
    await stores.notices.add({ id: 'n', kind: 'reset', account: 'their-account', language: 'ky', ...sealed });
    const theirs = {
      id: 'to-them',
      programme: PROGRAMME,
      role: 'candidate',
      person,
      language: 'ky',
    } as const;
    await addresses.putContactPoint({ ...theirs, address: 'aigul@example.org' });
    const mails = {
      'm-own': { to: 'to-them', of: ['other'] },
      'm-mixed': { to: 'office-1', of: [journey, 'other'] },
      'm-only': { to: 'office-2', of: [journey] },
      'm-sent': { to: 'office-3', of: [journey], delivered: clock.now() },
    };
    for (const [id, { to, of, ...sent }] of Object.entries(mails))
      await dataSource.query(
        `INSERT INTO outbox (id, kind, contact_point, programme, role, language, day, data, created_at, attempts, delivered_at)
         VALUES ($1, 'mail', $2, $3, 'coordinator', 'de', '2026-01-01', $4, now(), 0, $5)`,
        [
          id,
          to,
          PROGRAMME,
          { items: of.map((one) => ({ journey: one, clock: 'nomination' })) },
          'delivered' in sent ? sent.delivered : null,
        ],
      );
    const preview = await privacy.erasures.preview(person);
    expect(preview).toMatchObject({ counts: { outbox: 4 } });
    expect(await privacy.erasures.erase(person, LEAD)).toMatchObject({ result: 'erased' });
    const left: { id: string; told: string }[] = await dataSource.query(
      `SELECT id, string_agg(i ->> 'journey', ' ') AS told FROM outbox, jsonb_array_elements(data -> 'items') i GROUP BY id ORDER BY id`,
    );
    expect(left).toEqual([
      { id: 'm-mixed', told: 'other' },
      { id: 'm-sent', told: journey },
    ]);
    expect(await dataSource.query(`SELECT id FROM outbox WHERE id = 'n'`)).toEqual([]);
  });

  it('is not brought back by the line of an import', async () => {
    const [{ person = '' } = {}]: { person?: string }[] = await database.dataSource.query(
      'SELECT person FROM erasure ORDER BY erased_at',
    );
    const [answer] = await database.importObjects({
      type: 'person',
      id: person,
      ...AIGUL,
    });
    expect(answer).toMatchObject({
      result: 'refused',
      refusal: { code: 'guards-unmet', unmet: [{ guard: 'person-erased' }] },
    });
  });

  it('is gone again after a backup was restored that still had them', async () => {
    const erased = 'p-restored';
    await database.importObjects({ type: 'person', id: erased, ...AIGUL });
    const dump = async (table: string, where: string): Promise<Record<string, unknown>[]> =>
      database.dataSource.query(`SELECT * FROM ${table} WHERE ${where} = $1`, [erased]);
    const records = await dump('record', 'id');
    const keys = await dump('person_key', 'person');
    expect(await database.privacy.erasures.erase(erased, LEAD)).toMatchObject({ result: 'erased' });

    for (const [table, rows] of [
      ['record', records],
      ['person_key', keys],
    ] as const) {
      await database.dataSource.query(
        `DELETE FROM ${table} WHERE ${table === 'record' ? 'id' : 'person'} = $1`,
        [erased],
      );
      for (const row of rows)
        await database.dataSource.query(
          `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
            .map((_, at) => `$${at + 1}`)
            .join(', ')})`,
          Object.values(row),
        );
    }
    await database.dataSource.query('DELETE FROM erasure WHERE person = $1', [erased]);

    expect(await database.privacy.erasures.replay(LEAD)).toEqual({
      erased: [erased],
      unchanged: 2,
      openJourneys: [],
    });
    expect(await dump('person_key', 'person')).toEqual([]);
    expect(await dump('record', 'id')).toEqual([expect.objectContaining({ secret: null })]);
    expect(await database.privacy.erasures.replay(LEAD)).toMatchObject({ erased: [] });
  });

  it('who is not on record is unknown', async () => {
    expect(await database.privacy.erasures.erase('nobody', LEAD)).toMatchObject({ code: 'person-unknown' });
    expect(await database.privacy.export('nobody', LEAD)).toMatchObject({ code: 'person-unknown' });
  });
});
