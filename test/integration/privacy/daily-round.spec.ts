import { dayInBerlin } from '@lotse/domain';
import { createAudit } from '@lotse/audit';
import { createAuditStore } from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import { FakeMail } from '@lotse/mail';
import { createDailyRound, type DailyRound } from '@lotse/privacy';
import { TEST_MASTER_KEY } from '@lotse/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnnouncements } from '../../../apps/worker/src/announcements';
import { createHeadFile } from '../../../apps/worker/src/head-file';
import { command, nominate, person, PROJECT } from '../journeys/project';
import { openPost } from '../mail/post-office';
import { LEAD, openPrivacyDatabase, type PrivacyDatabase } from './privacy-database';

jest.setTimeout(120_000);

const MAIL = { leads: ['datenschutz@example.org'], headKeepers: ['archiv@example.org'] };
const NAME = 'Жанара';

describe('the daily round of data protection', () => {
  let database: PrivacyDatabase;
  let mail: FakeMail;
  /** More than six months after the withdrawals, so that they are due. */
  let day: string;
  beforeEach(async () => {
    database = await openPrivacyDatabase();
    mail = new FakeMail();
    const people = [1, 2, 3].map((n) => person(`p${n}`, { givenName: NAME }));
    await database.importObjects(...PROJECT, ...people);
    for (const n of [1, 2, 3]) {
      await database.submit(nominate(`j${n}`, `p${n}`));
      await database.submit(command(`j${n}`, 'withdraw', 'candidate', { reason: 'Чет өлкөгө барбайм' }));
    }
    await database.privacy.holds.set({ id: 'h3', person: 'p3', reason: 'Prüfung' }, LEAD);
    const then = database.clock.now();
    then.setUTCMonth(then.getUTCMonth() + 7);
    day = dayInBerlin(then);
  });
  afterEach(() => database.close());

  const headPath = (): string => join(database.home, 'audit-heads.txt');
  const round = (automatic: boolean): DailyRound =>
    createDailyRound({
      retention: database.privacy.retention,
      audit: createAudit(createAuditStore(database.application)),
      announcements: createAnnouncements(database.application, createKeyring(TEST_MASTER_KEY), () =>
        database.clock.now(),
      ),
      headFile: createHeadFile(headPath()),
      settings: { automatic, ...MAIL, language: 'de' },
    });
  async function sent(): Promise<{ to: string; kind: string; text: string }[]> {
    const { post, outbox } = openPost(database, mail);
    for (const id of await outbox.claim(10, 1_000)) await post.deliver(id);
    return mail.accepted.map(({ to, notice }) => ({
      to,
      kind: notice?.kind ?? '',
      text: notice?.secret ?? '',
    }));
  }

  it('tells the lead how much is due by class, names nobody, and leaves the decision to a person', async () => {
    const report = await round(false).run(day);
    expect(report).toMatchObject({ due: { 'rejected-application': 2 }, done: {} });
    const letters = await sent();
    expect(letters).toContainEqual({
      to: 'datenschutz@example.org',
      kind: 'retention-due',
      text: 'rejected-application: 2',
    });
    expect(JSON.stringify(letters)).not.toMatch(/p1|j1|Жанара/);
    expect(await database.privacy.erasures.receipt('p1')).toBeUndefined();
  });

  it('carries out what is due where the installation says so; what a hold keeps stays', async () => {
    const report = await round(true).run(day);
    expect(report.done).toMatchObject({ persons: 2 });
    expect(await database.privacy.erasures.receipt('p1')).toMatchObject({ cause: 'retention' });
    expect(await database.privacy.erasures.receipt('p3')).toBeUndefined();
    expect(await sent()).toContainEqual({
      to: 'datenschutz@example.org',
      kind: 'retention-done',
      text: expect.stringMatching(/^persons: 2/),
    });
    expect((await round(true).run(day)).due).not.toHaveProperty('rejected-application');
  });

  it('sends the head of the audit once a day and notes it in a file, against which a chain without it shows', async () => {
    const first = await round(false).run(day);
    await round(false).run(day);
    const heads = (await sent()).filter(({ kind }) => kind === 'audit-head');
    expect(heads).toEqual([{ to: 'archiv@example.org', kind: 'audit-head', text: first.head }]);
    expect(readFileSync(headPath(), 'utf8')).toBe(`${day} ${first.head}\n`);
    const hash = Buffer.from(first.head.split(':')[1] ?? '', 'hex');
    const audit = createAudit(createAuditStore(database.dataSource));
    expect(await audit.verify([{ hash }])).toMatchObject({ ok: true });
    expect(await audit.verify([{ hash: Buffer.alloc(32, 7) }])).toMatchObject({
      ok: false,
      fault: 'head-missed',
    });
  });
});
