import { eventually } from '@lotse/testing';
import { FakeMail } from '@lotse/mail';
import { openJourneysDatabase, type JourneysDatabase } from '../integration/journeys/journeys-database';
import { PROJECT } from '../integration/journeys/project';
import { openMailServer, type MailServer } from '../integration/mail/mail-server';
import { openPost } from '../integration/mail/post-office';
import { startApp, type AppProcess } from './app-as-process';

jest.setTimeout(120_000);

describe('a worker with a mail server', () => {
  let database: JourneysDatabase;
  let server: MailServer;
  let worker: AppProcess;
  beforeAll(async () => {
    [database, server] = await Promise.all([openJourneysDatabase(), openMailServer()]);
    await database.importObjects(...PROJECT);
    worker = startApp('worker', {
      DATABASE_URL: database.url,
      SMTP_URL: server.url,
      MAIL_FROM: 'Lotse <l@example.org>',
    });
    await worker.isReady();
  });
  afterAll(async () => {
    await worker.end('SIGKILL');
    await server.close();
    await database.close();
  });

  it('sends what has fallen due, tries again when told so, and logs no address', async () => {
    const { post } = openPost(database, new FakeMail());
    await post.putContactPoint({
      id: `office-${database.name}`,
      programme: 'glass',
      role: 'coordinator',
      language: 'en',
      address: 'office@example.org',
    });
    server.toRecipients.push(450);
    await database.dataSource.query(
      `INSERT INTO reminder (contact_point, journey_id, clock, due_on, effect, programme, created_at)
       SELECT id, 'j-1', 'nomination', '2026-03-05', 'remind', programme, now() - interval '1 hour' FROM contact_point`,
    );
    await eventually(
      () => database.dataSource.query<object[]>('SELECT 1 FROM outbox WHERE delivered_at IS NOT NULL'),
      (delivered) => delivered.length === 1,
    );
    expect(server.mails.map(({ subject }) => subject)).toEqual(['Lotse: a deadline has come']);
    expect(await database.dataSource.query('SELECT attempts, last_code FROM outbox')).toEqual([
      { attempts: 2, last_code: 'smtp-450' },
    ]);
    expect(worker.output()).not.toContain('office@example.org');
  });
});
