import { addDays } from '@lotse/domain';
import type { ContactPoint, OutboxStore, Post } from '@lotse/journeys';
import { FakeMail } from '@lotse/mail';
import { openJourneysDatabase, type JourneysDatabase } from '../journeys/journeys-database';
import { day, nominate, person, PROJECT } from '../journeys/project';
import { openPost, QUIET_MS } from './post-office';

const DAY_MS = 86_400_000;

describe('what falls due', () => {
  let database: JourneysDatabase;
  let mail: FakeMail;
  let post: Post;
  let outbox: OutboxStore;
  beforeEach(async () => {
    database = await openJourneysDatabase();
    mail = new FakeMail();
    ({ post, outbox } = openPost(database, mail));
    await database.importObjects(...PROJECT, ...[1, 2, 3].map((n) => person(`p${n}`)));
  });
  afterEach(() => database.close());

  const office = (more: Partial<ContactPoint> = {}): ContactPoint => ({
    id: 'office',
    programme: 'glass',
    role: 'coordinator',
    language: 'de',
    address: 'office@example.org',
    ...more,
  });
  /** Nominates a person a number of days ago and fires the clock of it. */
  async function fireFor(n: number, daysAgo = 0): Promise<void> {
    const nominated = day(-daysAgo);
    expect(await database.submit(nominate(`j${n}`, `p${n}`, { on: nominated }))).toMatchObject({
      result: 'accepted',
    });
    await fire(`j${n}`, addDays(nominated, 21));
  }
  const fire = (journey: string, dueOn: string) =>
    database.journeys.fireClock(journey, 'nomination', dueOn, `${day(40)}T12:00:00.000Z`);
  const rows = (sql: string): Promise<Record<string, unknown>[]> => database.dataSource.query(sql);
  /** Lets the quiet time pass, counted from the latest reminder, and makes the mails. */
  async function makeMails(): Promise<number> {
    const [last] = await database.dataSource.query<{ at: Date | null }[]>(
      'SELECT max(created_at) AS at FROM reminder',
    );
    const ahead = (last?.at?.getTime() ?? 0) - database.clock.now().getTime();
    if (ahead > 0) database.clock.skip(ahead);
    database.clock.skip(QUIET_MS);
    return post.merge();
  }
  async function deliverAll(): Promise<string[]> {
    const outcomes: string[] = [];
    for (const id of await outbox.claim(10, 1_000)) outcomes.push(await post.deliver(id));
    return outcomes;
  }

  it('is told to the role it concerns, in the language of the address', async () => {
    await post.putContactPoint(office());
    await post.putContactPoint(office({ id: 'uni', role: 'university', organisation: 'uni-1' }));
    await fireFor(1);
    expect(await makeMails()).toBe(1);
    expect(await deliverAll()).toEqual(['delivered']);
    expect(mail.accepted).toMatchObject([
      {
        to: 'office@example.org',
        language: 'de',
        items: [{ journey: 'j1', clock: 'nomination', effect: 'remind' }],
      },
    ]);
  });

  it('is merged into one mail for each recipient, in the order it was due', async () => {
    await post.putContactPoint(office());
    await post.putContactPoint(office({ id: 'deputy', address: 'deputy@example.org', language: 'ky' }));
    await fireFor(3, 0);
    await fireFor(2, 5);
    await fireFor(1, 1);
    expect(await makeMails()).toBe(2);
    await deliverAll();
    expect(mail.accepted.map(({ items }) => items.map(({ journey }) => journey))).toEqual([
      ['j2', 'j1', 'j3'],
      ['j2', 'j1', 'j3'],
    ]);
  });

  it('makes one mail a day: what comes later waits for the next', async () => {
    await post.putContactPoint(office());
    await database.submit(nominate('j2', 'p2'));
    await fireFor(1, 1);
    expect(await makeMails()).toBe(1);
    await fire('j2', day(21));
    database.clock.skip(QUIET_MS);
    expect(await post.merge()).toBe(0);
    database.clock.skip(DAY_MS);
    expect(await post.merge()).toBe(1);
  });

  it('waits while more keeps coming, but not for ever', async () => {
    await post.putContactPoint(office());
    await fireFor(1);
    expect(await post.merge()).toBe(0);
    await rows(`UPDATE reminder SET created_at = created_at - interval '1 hour'`);
    await fireFor(2);
    const [last] = await database.dataSource.query<{ at: Date }[]>(
      'SELECT max(created_at) AS at FROM reminder',
    );
    database.clock.skip(last!.at.getTime() - database.clock.now().getTime());
    expect(await post.merge()).toBe(1);
  });

  it('goes out once, however often it fires, is merged or delivered', async () => {
    await post.putContactPoint(office());
    await fireFor(1);
    await fire('j1', addDays(day(0), 21));
    database.clock.skip(60 * DAY_MS);
    const merged = await Promise.all([post.merge(), post.merge(), post.merge()]);
    expect(merged.reduce((sum, n) => sum + n)).toBe(1);
    const [id = ''] = await outbox.claim(10, 1_000);
    expect([await post.deliver(id), await post.deliver(id), await post.giveUp(id)]).toEqual(
      Array(3).fill('delivered'),
    );
    expect(mail.accepted).toHaveLength(1);
    expect(await outbox.claim(10, 1_000)).toEqual([]);
  });

  it('is a task and no mail when it was past before it came here', async () => {
    await post.putContactPoint(office());
    await fireFor(1, 60);
    expect(await rows(`SELECT kind FROM fact WHERE kind = 'clock-fired'`)).toHaveLength(1);
    expect(await rows('SELECT * FROM reminder')).toEqual([]);
  });

  it('is kept even where nobody has an address, and nobody is told of it later', async () => {
    await fireFor(1);
    await post.putContactPoint(office());
    expect(await makeMails()).toBe(0);
  });

  it('is told under an address that lies sealed, and never where it could be read', async () => {
    await post.putContactPoint(office({ address: 'aibek@example.org' }));
    await fireFor(1);
    await makeMails();
    await deliverAll();
    const text = JSON.stringify([
      await rows(
        `SELECT *, encode(address, 'escape') AS seen, encode(wrapped_key, 'escape') AS key FROM contact_point`,
      ),
      await rows('SELECT * FROM reminder'),
      await rows('SELECT * FROM outbox'),
    ]);
    expect(text).not.toContain('aibek');
    expect(mail.accepted[0]?.to).toBe('aibek@example.org');
  });

  it.each(['a@b\r\nBcc: c@d', 'a@b, c@d', 'a b@c', '"a"@b', '@b', 'a@', 'A <a@b>'])(
    'takes no address such as %j',
    async (address) => {
      await expect(post.putContactPoint(office({ address }))).rejects.toMatchObject({
        code: 'mail-address-invalid',
      });
    },
  );

  it('stays to be tried again when the server says later, with the reason', async () => {
    await post.putContactPoint(office());
    await fireFor(1);
    await makeMails();
    mail.answers.push({ result: 'later', code: 'smtp-450' });
    const [id = ''] = await outbox.claim(10, 1_000);
    await expect(post.deliver(id)).rejects.toMatchObject({ code: 'smtp-450' });
    expect(await rows('SELECT attempts, last_code FROM outbox')).toEqual([
      { attempts: 1, last_code: 'smtp-450' },
    ]);
    expect(await post.deliver(id)).toBe('delivered');
    expect(await post.dead(10)).toEqual([]);
  });

  it('is a dead letter that shows when the server refuses it, or nobody will try again', async () => {
    await post.putContactPoint(office());
    await post.putContactPoint(office({ id: 'other' }));
    await post.putContactPoint(office({ id: 'third' }));
    await fireFor(1);
    await makeMails();
    const [first = '', second = '', third = ''] = (await outbox.claim(10, 1_000)).sort();
    mail.answers.push({ result: 'refused', code: 'smtp-550' });
    expect(await post.deliver(first)).toBe('dead');
    expect(await post.giveUp(second)).toBe('dead');
    await post.removeContactPoint('third');
    expect(await post.deliver(third)).toBe('dead');
    const codes = (await post.dead(10)).map(({ contactPoint, code }) => [contactPoint, code]);
    expect(Object.fromEntries(codes)).toEqual({
      office: 'smtp-550',
      other: 'given-up',
      third: 'contact-point-gone',
    });
    expect(await post.deliver(first)).toBe('dead');
    expect(mail.accepted).toEqual([]);
  });

  it('is sent again once somebody has looked at it, or given up for good', async () => {
    await post.putContactPoint(office());
    await post.putContactPoint(office({ id: 'other' }));
    await fireFor(1);
    await makeMails();
    const [first = '', second = ''] = (await outbox.claim(10, 60_000)).sort();
    for (const id of [first, second]) await post.giveUp(id);
    expect(await post.sendAgain(first)).toBe('waiting');
    expect(await post.sendAgain(first)).toBe('waiting');
    expect((await post.dead(10)).map(({ id }) => id)).toEqual([second]);
    expect(await outbox.claim(10, 60_000)).toEqual([first]);
    expect(await post.deliver(first)).toBe('delivered');
    expect(await post.sendAgain(first)).toBe('delivered');
    expect([await post.drop(first), await post.drop(second), await post.drop(second)]).toEqual([
      'delivered',
      'dropped',
      'unknown',
    ]);
    expect(await post.sendAgain('nothing')).toBe('unknown');
    expect(await post.dead(10)).toEqual([]);
    expect(mail.accepted).toHaveLength(1);
    expect(await makeMails()).toBe(0);
  });

  it('is told to nobody whose address was removed', async () => {
    await post.putContactPoint(office());
    await fireFor(1);
    await post.removeContactPoint('office');
    expect(await makeMails()).toBe(0);
    expect(await rows('SELECT * FROM reminder')).toEqual([]);
  });
});
