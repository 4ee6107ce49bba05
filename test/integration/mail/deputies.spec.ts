import { createAccounts, type AccountLanguage } from '@lotse/accounts';
import type { ContactPoint, OutboxStore, Post } from '@lotse/journeys';
import { createSmtpMail } from '@lotse/mail';
import { createAccountStores } from '@lotse/persistence';
import { createKeyring } from '@lotse/platform';
import { TEST_MASTER_KEY } from '@lotse/testing';
import { openJourneysDatabase, type JourneysDatabase } from '../journeys/journeys-database';
import { command, consent, day, nominate, person, PROJECT } from '../journeys/project';
import { openMailServer, type MailServer } from './mail-server';
import { openPost, QUIET_MS } from './post-office';

/** The day after the last one for the first nomination. */
const DUE = 22;
const OFFICE = { submittedBy: 'administrator' };

describe('mails of somebody who is away', () => {
  let database: JourneysDatabase;
  let server: MailServer;
  let post: Post;
  let outbox: OutboxStore;
  let anna: string;
  let aibek: string;
  beforeEach(async () => {
    [database, server] = await Promise.all([openJourneysDatabase(), openMailServer()]);
    ({ post, outbox } = openPost(database, createSmtpMail({ url: server.url, from: 'lotse@example.org' })));
    await database.importObjects(...PROJECT, ...[1, 2, 3].map((n) => person(`p${n}`)));
    anna = await account('Anna Roth', 'anna@example.org', 'de');
    aibek = await account('Айбек Ормонов', 'aibek@example.org', 'ky');
    await post.putContactPoint(office({ account: anna }));
    for (const n of [1, 2, 3]) {
      turnTo(n - 1);
      const nomination = nominate(`j${n}`, `p${n}`, { on: day(n - 1) });
      expect(await database.submit(nomination)).toMatchObject({ result: 'accepted' });
    }
  });
  afterEach(async () => {
    await server.close();
    await database.close();
  });

  /** An account that is in use; answers its id. */
  async function account(name: string, email: string, language: AccountLanguage): Promise<string> {
    const stores = createAccountStores(database.application);
    const keyring = createKeyring(TEST_MASTER_KEY);
    const { directory } = createAccounts({ stores, keyring, clock: database.clock });
    const made = await directory.invite({ name, email, language, grants: [] }, 'https://lotse.example.org');
    if (!('account' in made)) throw new Error('The account was not made');
    await stores.accounts.setStatus(made.account, 'active', database.clock.now().toISOString());
    await database.dataSource.query('DELETE FROM outbox');
    return made.account;
  }
  const office = (more: Partial<ContactPoint> = {}): ContactPoint => ({
    id: 'office',
    programme: 'glass',
    role: 'coordinator',
    language: 'de',
    address: 'office@example.org',
    ...more,
  });
  const away = async (from: number, to: number, who = anna): Promise<number> => {
    const entered = await database.journeys.addDeputy(
      { account: who, deputy: aibek, from: day(from), to: day(to) },
      OFFICE,
    );
    if (entered.result !== 'accepted') throw new Error('The deputy was refused');
    return entered.number;
  };
  /** Moves the clock on to the noon of a day. */
  function turnTo(offset: number): void {
    const ahead = Date.parse(`${day(offset)}T12:00:00Z`) - database.clock.now().getTime();
    if (ahead > 0) database.clock.skip(ahead);
  }
  /** The day of what was nominated on day `n - 1` is over. */
  async function fallDue(n: number): Promise<void> {
    turnTo(DUE + n - 1);
    const now = database.clock.now().toISOString();
    await database.journeys.fireClock(`j${n}`, 'nomination', day(DUE + n - 2), now);
  }
  /** Lets the quiet time pass, makes the mails and hands them to the server; answers who got what, in order. */
  async function send(): Promise<string[]> {
    const before = server.mails.length;
    database.clock.skip(QUIET_MS);
    await post.merge();
    for (const id of await outbox.claim(10, 1_000)) await post.deliver(id);
    return server.mails
      .slice(before)
      .map(({ to, text = '' }, n) => {
        const told = [...text.matchAll(/\b(j\d)\b/g)].map(([, id]) => id);
        return `${to?.[0]?.address ?? server.recipients[before + n]} ${told.join(' ')}`;
      })
      .sort();
  }

  const waitingFor = async (whom: string): Promise<number> => {
    const [row] = await database.dataSource.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM reminder WHERE outbox_id IS NULL AND starts_with(contact_point, $1)',
      [whom],
    );
    return row?.n ?? 0;
  };

  it('go to the deputy too, in the language of the deputy', async () => {
    await away(0, 40);
    await fallDue(1);
    expect(await send()).toEqual(['aibek@example.org j1', 'office@example.org j1']);
    const toDeputy = server.mails.find(({ to }) => to?.[0]?.address === 'aibek@example.org');
    expect(toDeputy?.subject).toBe('Lotse: мөөнөт жөнүндө эскертүү');
    expect(toDeputy?.text).toContain('ордун басып турганыңыз үчүн');
    expect(server.mails.find(({ to }) => to?.[0]?.address === 'office@example.org')?.text).not.toContain(
      'vertreten',
    );
  });

  it('go to nobody else before the days of the deputy and after them', async () => {
    await away(DUE + 1, DUE + 1);
    await fallDue(1);
    expect(await send()).toEqual(['office@example.org j1']);
    await fallDue(2);
    expect(await send()).toEqual(['aibek@example.org j2', 'office@example.org j2']);
    await fallDue(3);
    expect(await send()).toEqual(['office@example.org j3']);
  });

  it('stop with the entry: what still waits for the deputy goes too', async () => {
    const entry = await away(0, 60);
    await fallDue(1);
    await database.journeys.withdrawDeputy(anna, entry, OFFICE);
    expect(await send()).toEqual(['office@example.org j1']);
  });

  it('come to the deputy as one digest, and what waits when the days are over comes no more', async () => {
    await away(0, DUE + 1);
    await post.putContactPoint(
      office({ id: 'second', account: await account('Bek', 'bek@example.org', 'ru') }),
    );
    await fallDue(1);
    await fallDue(2);
    const both = ['office@example.org j1 j2', 'office@example.org j1 j2'];
    expect(await send()).toEqual(['aibek@example.org j1 j2', ...both]);
    // A second mail of one day waits for the next, on which nobody is away any more.
    await database.journeys.fireClock('j3', 'nomination', day(DUE + 1), `${day(DUE + 2)}T12:00:00.000Z`);
    expect(await send()).toEqual([]);
    expect(await waitingFor('account/')).toBe(1);
    turnTo(DUE + 3);
    expect(await send()).toEqual(['office@example.org j3', 'office@example.org j3']);
    expect(await waitingFor('account/')).toBe(0);
  });

  it('never bring the same thing twice: not for two who are away, not beside an address of one’s own', async () => {
    const ben = await account('Ben Lange', 'ben@example.org', 'de');
    await post.putContactPoint(office({ id: 'ben', account: ben, address: 'ben@example.org' }));
    await Promise.all([away(0, 60), away(0, 60, ben)]);
    await fallDue(1);
    await Promise.all([post.merge(), post.merge()]);
    expect(await send()).toEqual(['aibek@example.org j1', 'ben@example.org j1', 'office@example.org j1']);
    await post.putContactPoint(office({ id: 'own', account: aibek, address: 'own@example.org' }));
    await fallDue(2);
    expect(await send()).toEqual(['ben@example.org j2', 'office@example.org j2', 'own@example.org j2']);
    expect(await send()).toEqual([]);
  });

  it('wait for nobody whose account was closed, and an address names accounts that there are', async () => {
    await away(0, 60);
    await createAccountStores(database.application).accounts.setStatus(
      aibek,
      'disabled',
      '2026-01-01T00:00:00Z',
    );
    await fallDue(1);
    expect(await send()).toEqual(['office@example.org j1']);
    await expect(post.putContactPoint(office({ account: 'nobody' }))).rejects.toMatchObject({
      code: 'account-unknown',
    });
  });

  it('are taken back from the deputy too when the one who is away is to be told no more', async () => {
    await post.putContactPoint(office());
    await post.putContactPoint(office({ id: 'candidate', role: 'candidate', person: 'p1', account: anna }));
    await away(0, 60);
    const on = day(2);
    const terms = {
      position: 'x',
      monthlyGrossEur: 3000,
      hoursPerWeek: 39,
      startsOn: day(200),
      evidence: 'ct-1',
    };
    const company = { on, organisation: 'company-1' };
    for (const body of [
      consent('j1'),
      command(
        'j1',
        'prepare-contract',
        'company',
        { contract: 'ct-1', company: 'company-1', ...terms },
        company,
      ),
      command('j1', 'offer-contract', 'company', { contract: 'ct-1', validUntil: day(10) }, company),
    ])
      expect(await database.submit(body)).toMatchObject({ result: 'accepted' });
    turnTo(11);
    const now = database.clock.now().toISOString();
    await database.journeys.fireClock('j1', 'offer-validity.ct-1', day(10), now);
    database.clock.skip(QUIET_MS);
    expect(await post.merge()).toBe(3);
    const withdrawn = command('j1', 'withdraw-consent', 'candidate', {}, { on: day(11) });
    expect(await database.submit(withdrawn)).toMatchObject({ result: 'accepted' });
    for (const id of await outbox.claim(10, 1_000)) await post.deliver(id);
    expect(server.recipients).toEqual(['office@example.org']);
  });
});
