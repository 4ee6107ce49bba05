import {
  chainHash,
  createAudit,
  GENESIS,
  verifyChain,
  type Audit,
  type AuditEntry,
  type AuditLink,
} from '@lotse/audit';
import { createAuditStore } from '@lotse/persistence';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from './journeys/journeys-database';

const entry = (number: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  at: new Date(Date.UTC(2026, 0, 1) + number).toISOString(),
  who: 'coordinator-1',
  entrance: 'session',
  action: 'journey.read',
  outcome: 'done',
  subjects: [`journey/j${number}`],
  programme: 'kg-glass',
  ...more,
});

describe('the audit', () => {
  let database: JourneysDatabase;
  let audit: Audit;

  beforeAll(async () => {
    database = await openJourneysDatabase();
    audit = createAudit(createAuditStore(database.application));
  });
  afterAll(() => database.close());

  it('tells of every write of an import who, what and when, but no value', async () => {
    const lines = await database.importText(referenceFile());
    const accepted = lines.filter(({ result }) => result === 'accepted').length;
    await audit.seal();
    const rows = await audit.list({ limit: 10_000 });
    expect(rows).toHaveLength(accepted);
    const text = JSON.stringify(rows);
    for (const { familyName, givenName } of persons(referenceFile())) {
      expect(text).not.toContain(familyName);
      expect(text).not.toContain(givenName);
    }
  });

  it('has one chain and no fork when fifty write at once while others chain', async () => {
    const before = (await audit.head()).position;
    const writers = Array.from({ length: 50 }, async (_, writer) => {
      for (let turn = 0; turn < 4; turn += 1) {
        await audit.append(entry(writer * 10 + turn));
        if (writer % 5 === 0) await audit.seal();
      }
    });
    await Promise.all(writers);
    const report = await audit.verify();
    expect(report).toMatchObject({ ok: true, entries: before + 200 });
  });

  it('keeps nothing of a command that was rolled back', async () => {
    const before = await audit.head();
    const answer = await database.submit({
      id: 'refused-1',
      journey: 'j01',
      command: 'advance',
      happenedOn: '2024-01-01',
      by: { role: 'coordinator' },
      data: { to: 'DONE' },
    });
    expect(answer.result).toBe('refused');
    expect(await audit.head()).toEqual(before);
  });

  it('is appended to and nothing else, by the owner neither', async () => {
    for (const statement of [
      `UPDATE audit_entry SET entry = '{}'`,
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
      `UPDATE audit_waiting SET entry = '{}'`,
      'TRUNCATE audit_waiting',
    ]) {
      await expect(database.dataSource.query(statement)).rejects.toMatchObject({ code: '42501' });
      await expect(database.application.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
    for (const statement of [
      `INSERT INTO audit_entry VALUES (1000000, '{}', decode(repeat('00', 32), 'hex'))`,
      'DELETE FROM audit_waiting',
    ])
      await expect(database.application.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('says who reached a person, through records and journeys', async () => {
    await audit.append(entry(1, { subjects: ['journey/j01'], who: 'mentor-7', purpose: 'month' }));
    await audit.append(entry(2, { subjects: ['journey/j02'], who: 'mentor-8' }));
    await audit.seal();
    const [row]: { person: string }[] = await database.dataSource.query(
      `SELECT person FROM journey WHERE id = 'j01'`,
    );
    const accesses = await audit.accesses(row?.person ?? '', { limit: 1_000 });
    const who = accesses.map((access) => access.who);
    expect(who[0]).toBe('mentor-7');
    expect(who).not.toContain('mentor-8');
    expect(accesses.some(({ action }) => action === 'record.write')).toBe(true);
  });

  it('shows each of 1,000 random tamperings', async () => {
    const chained = rechained(renumbered((await linksOf(database)).slice(-200)));
    const head = chained.at(-1)!;
    const missed: string[] = [];
    const tried = new Map<string, number>();
    const random = randomOf(20_261_121);
    for (let round = 0; round < 1_000; round += 1) {
      const [name, tampered] = tamper(chained, random);
      const report = await verifyChain(stream(tampered), [head]);
      tried.set(name, (tried.get(name) ?? 0) + 1);
      if (report.ok) missed.push(`${round} ${name}`);
    }
    const kinds = [...tried].map(([name, times]) => `${name} ${times}`).join(', ');
    process.stdout.write(`tamperings of the audit: ${kinds}; missed: ${missed.length}\n`);
    expect(missed).toEqual([]);
    expect((await verifyChain(stream(chained), [head])).ok).toBe(true);
  });
});

describe('the audit that is older than its period', () => {
  let database: JourneysDatabase;
  let audit: Audit;
  beforeAll(async () => {
    database = await openJourneysDatabase();
    audit = createAudit(createAuditStore(database.application));
    for (let number = 0; number < 10; number += 1)
      await audit.append(entry(number, { at: `2020-03-1${number}T00:00:00.000Z` }));
    for (let number = 10; number < 15; number += 1) await audit.append(entry(number));
    await audit.append(entry(15, { at: new Date().toISOString() }));
    await audit.seal();
  });
  afterAll(() => database.close());

  const by = { at: '2026-02-01T00:00:00.000Z', who: 'lead-1', entrance: 'session' } as const;

  it('is cut off at its beginning; what is left verifies by the hash that the chain itself tells', async () => {
    const links = await linksOf(database);
    expect(await audit.olderThan('2020-03-15T00:00:00.000Z')).toEqual({
      count: 5,
      since: '2020-03-10T00:00:00.000Z',
    });
    expect(await audit.cut('2020-03-15T00:00:00.000Z', by)).toBe(5);
    expect(await audit.cut('2020-03-15T00:00:00.000Z', by)).toBe(0);
    expect(await audit.verify()).toMatchObject({ ok: true, begins: 6, entries: 11 + 1 });
    expect(await audit.cut('2021-01-01T00:00:00.000Z', by)).toBe(5);
    const noted = links.filter(({ position }) => [3, 10, 12].includes(position));
    expect(await audit.verify(noted)).toMatchObject({ ok: true, begins: 11, entries: 6 + 2 });
    const [youngest] = await audit.list({ limit: 1 });
    expect(youngest).toMatchObject({
      action: 'audit.cut',
      who: 'lead-1',
      subjects: ['audit/10'],
      code: links[9]?.hash.toString('hex'),
    });
    expect(await audit.list({ subjects: ['journey/j3'], limit: 10 })).toEqual([]);
  });

  it('stays whole where nothing tells of a cut, or another hash', async () => {
    const left = await linksOf(database);
    expect(await verifyChain(stream(left))).toMatchObject({ ok: false, fault: 'gap', position: 1 });
    const other = { position: 10, hash: Buffer.alloc(32, 7) };
    expect(await verifyChain(stream(left), [], other)).toMatchObject({ fault: 'hash-differs', position: 11 });
  });

  it('keeps what is younger than a year whatever is asked for, and is cut by nothing else', async () => {
    await audit.cut('2999-01-01T00:00:00.000Z', by);
    const left = await audit.list({ limit: 100 });
    expect(left.map(({ subjects }) => subjects[0])).toContain('journey/j15');
    for (const connection of [database.dataSource, database.application])
      await expect(connection.query('DELETE FROM audit_entry')).rejects.toMatchObject({ code: '42501' });
  });
});

const persons = (text: string): { givenName: string; familyName: string }[] =>
  text
    .split('\n')
    .filter((line) => line.includes('"type":"person"'))
    .map((line) => JSON.parse(line) as { givenName: string; familyName: string });

const linksOf = async (database: JourneysDatabase): Promise<AuditLink[]> => {
  const links: AuditLink[] = [];
  for await (const page of createAuditStore(database.application).links()) links.push(...page);
  return links;
};

/** In pages, as the store gives them: faults lie within pages and between two. */
async function* stream(links: readonly AuditLink[]): AsyncGenerator<readonly AuditLink[]> {
  for (let at = 0; at < links.length; at += 64) yield links.slice(at, at + 64);
}

/** Numbers from 0 to below 1, the same for the same seed. */
const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

type Tampering = (links: readonly AuditLink[], at: number, random: () => number) => AuditLink[];

/** The last entries as a chain of their own, so that a thousand walks take seconds. */
const rechained = (links: readonly AuditLink[]): AuditLink[] => {
  let previous = GENESIS;
  return links.map((link) => {
    previous = chainHash(previous, link.entry);
    return { ...link, hash: previous };
  });
};

const renumbered = (links: readonly AuditLink[]): AuditLink[] =>
  links.map((link, index) => ({ ...link, position: index + 1 }));

const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'flip a letter': (links, at, random) =>
    links.map((link, index) => {
      if (index !== at) return link;
      const place = Math.floor(random() * link.entry.length);
      const letter = link.entry.charCodeAt(place) ^ 1;
      return {
        ...link,
        entry: link.entry.slice(0, place) + String.fromCharCode(letter) + link.entry.slice(place + 1),
      };
    }),
  'flip a bit of a hash': (links, at, random) =>
    links.map((link, index) => {
      if (index !== at) return link;
      const hash = Buffer.from(link.hash);
      const place = Math.floor(random() * hash.length);
      hash[place] = (hash[place] ?? 0) ^ 4;
      return { ...link, hash };
    }),
  delete: (links, at) => links.filter((_, index) => index !== at),
  'delete and renumber': (links, at) => renumbered(links.filter((_, index) => index !== at)),
  reorder: (links, at) => {
    const other = at === 0 ? 1 : at - 1;
    return links.map((link, index) =>
      index === at || index === other
        ? { ...link, entry: links[index === at ? other : at]?.entry ?? '' }
        : link,
    );
  },
  insert: (links, at) => renumbered([...links.slice(0, at), ...links.slice(at, at + 1), ...links.slice(at)]),
  truncate: (links, at) => links.slice(0, at),
};

function tamper(links: readonly AuditLink[], random: () => number): [string, AuditLink[]] {
  const names = Object.keys(TAMPERINGS);
  const name = names[Math.floor(random() * names.length)] ?? 'delete';
  const at = Math.floor(random() * links.length);
  return [name, TAMPERINGS[name]?.(links, at, random) ?? []];
}
