import type { OutboxStore, Post } from '@lotse/journeys';
import { FakeMail } from '@lotse/mail';
import { runWithScope } from '@lotse/persistence';
import { openJourneysDatabase, type JourneysDatabase } from '../journeys/journeys-database';
import { command, consent, day, nominate, person, PROJECT } from '../journeys/project';
import { openPost, QUIET_MS } from './post-office';

/** What the office is told of, consent or not. */
const OFFICE = ['office court-action', 'office nomination', 'office offer-validity'];
const COMPANY = { organisation: 'company-1' };
const NOBODY = {
  account: 'candidate-1',
  programmes: [],
  organisations: [],
  persons: [],
  references: [],
  journeys: [],
};

describe('mails of a journey whose consent is withdrawn', () => {
  let database: JourneysDatabase;
  let post: Post;
  let mail: FakeMail;
  let outbox: OutboxStore;
  beforeEach(async () => {
    database = await openJourneysDatabase();
    mail = new FakeMail();
    ({ post, outbox } = openPost(database, mail));
    await database.importObjects(...PROJECT, person('p1'));
    for (const to of [
      { id: 'candidate', role: 'candidate', person: 'p1' },
      { id: 'office', role: 'coordinator' },
      { id: 'company', role: 'company', ...COMPANY },
    ] as const)
      await post.putContactPoint({
        ...to,
        programme: 'glass',
        language: 'ky',
        address: `${to.id}@example.org`,
      });
    await give(nominate('j1', 'p1'));
    await give(consent('j1'));
    // A clock of law for the candidate: the time to go to court.
    const stay = { stay: 1, ground: 'means', notifiedOn: day(0), remediesInstruction: true, evidence: 'r' };
    await give(command('j1', 'refuse-title', 'coordinator', stay));
    // And one of practice: the answer to an offer.
    const offer = { contract: 'ct-1', company: 'company-1', position: 'x', monthlyGrossEur: 3000 };
    const terms = { hoursPerWeek: 39, startsOn: day(200), evidence: 'ct-1' };
    await give(command('j1', 'prepare-contract', 'company', { ...offer, ...terms }, COMPANY));
    const until = { contract: 'ct-1', validUntil: day(10) };
    await give(command('j1', 'offer-contract', 'company', until, COMPANY));
  });
  afterEach(() => database.close());

  async function give(body: Parameters<JourneysDatabase['submit']>[0]): Promise<void> {
    expect(await database.submit(body)).toMatchObject({ result: 'accepted' });
  }
  const withdraw = (data = {}, on = day(0)) =>
    give(command('j1', 'withdraw-consent', 'candidate', data, { on }));
  /** Fires every clock of the candidate and of the coordinator, and answers what waits for whom. */
  async function fireAll(): Promise<void> {
    const clocks = await database.dataSource.query<{ clock: string; due: string }[]>(
      `SELECT code AS clock, due_on::text AS due FROM journey_clock WHERE journey_id = 'j1' ORDER BY due_on, code`,
    );
    for (const { clock, due } of clocks)
      await database.journeys.fireClock('j1', clock, due, `${day(400)}T12:00:00.000Z`);
  }
  const waiting = async (): Promise<string[]> =>
    (
      await database.dataSource.query<{ told: string }[]>(
        `SELECT DISTINCT contact_point || ' ' || split_part(clock, '.', 1) AS told FROM reminder ORDER BY 1`,
      )
    ).map(({ told }) => told);

  it('are not made for the candidate any more, but for what a law asks', async () => {
    await withdraw();
    await fireAll();
    expect(await waiting()).toEqual(['candidate court-action', ...OFFICE]);
  });

  it('are taken back where they wait', async () => {
    await fireAll();
    expect(await waiting()).toEqual(['candidate court-action', 'candidate offer-validity', ...OFFICE]);
    await withdraw();
    expect(await waiting()).toEqual(['candidate court-action', ...OFFICE]);
  });

  /** Makes the mails of the day of what waits, and leaves them in the outbox. */
  async function makeMails(): Promise<number> {
    database.clock.skip(401 * 86_400_000 + QUIET_MS);
    return post.merge();
  }
  async function delivered(): Promise<string[]> {
    for (const id of await outbox.claim(10, 1_000)) await post.deliver(id);
    const told = mail.accepted.flatMap(({ to, items }) =>
      items.map(({ clock }) => `${to.split('@')[0]} ${clock.split('.')[0]}`),
    );
    return [...new Set(told)].sort();
  }

  it('are taken back out of mails that are made and not sent, however the mail server fares', async () => {
    await fireAll();
    expect(await makeMails()).toBe(2);
    await withdraw({}, day(401));
    expect(await delivered()).toEqual(['candidate court-action', ...OFFICE]);
  });

  it('are taken back by candidates themselves, who see nobody else’s address', async () => {
    const place = { placement: 'pl-1', company: 'company-1', site: 'Torgau', route: '16e', hoursPerWeek: 39 };
    const term = { from: day(20), to: day(180), hostCoversPublicCosts: true };
    const texts = { goal: 'x', supervision: 'x', legalRelation: 'x' };
    await give(command('j1', 'reserve-placement', 'coordinator', { ...place, ...term, ...texts }));
    await fireAll();
    expect(await waiting()).toContain('company offer-validity');
    await runWithScope({ all: false, ...NOBODY, persons: ['p1'] }, () =>
      withdraw({ purpose: 'company-sharing' }),
    );
    expect(await waiting()).not.toContain('company offer-validity');
  });
});
