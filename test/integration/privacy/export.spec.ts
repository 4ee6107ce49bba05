import type { JsonObject } from '@lotse/domain';
import { CanaryDetector } from '@lotse/testing';
import { strFromU8, unzipSync } from 'fflate';
import { Aviary, BORN_ON, canaryLines } from '../../workflows/canary-lines';
import { buildPdf } from '../../files/build-pdf';
import { LEAD, openPrivacyDatabase, type PrivacyDatabase } from './privacy-database';

jest.setTimeout(120_000);

const A_MINUTE_MS = 60_000;

describe('a person who wants to see everything', () => {
  const own = new Aviary();
  const others = new Aviary();
  let database: PrivacyDatabase;
  let members: Record<string, Uint8Array>;
  let data: { tables: Record<string, Record<string, unknown>[]> };
  let tookMs = 0;

  beforeAll(async () => {
    database = await openPrivacyDatabase();
    const lines = canaryLines(own);
    const answers = await database.importObjects(...lines, ...ofSomebodyElse(lines));
    expect(answers.filter(({ result }) => result === 'refused')).toEqual([]);
    await database.files.upload({
      id: 'own-file',
      programme: 'kg-glass-2023',
      person: 'p01',
      topic: 'identity',
      name: 'Күбөлүк.pdf',
      type: 'application/pdf',
      bytes: buildPdf(),
      uploadedBy: 'coordinator-1',
    });
    for (const [person, aviary] of [
      ['p01', own],
      ['p99', others],
    ] as const)
      await database.addresses.putContactPoint({
        id: `mail-${person}`,
        programme: 'kg-glass-2023',
        role: 'candidate',
        person,
        language: 'ru',
        address: addressOf(aviary),
      });
    const began = performance.now();
    const answer = await database.privacy.export('p01', LEAD);
    if (answer.result !== 'exported') throw new Error(answer.code);
    const chunks: Uint8Array[] = [];
    for await (const chunk of answer.archive) chunks.push(chunk);
    tookMs = performance.now() - began;
    expect(answer).toMatchObject({ language: 'ru', name: expect.stringMatching(/^lotse-p01-.*\.zip$/) });
    members = unzipSync(Buffer.concat(chunks));
    data = JSON.parse(strFromU8(members['data.json'] ?? new Uint8Array()));
  });
  afterAll(() => database.close());

  /** A mail address as a canary: it may hold no spaces. */
  function addressOf(aviary: Aviary): string {
    const address = `kanarienvogel-${aviary.canaries.length}-${aviary === own ? 'own' : 'other'}@example.org`;
    aviary.canaries.push(address);
    return address;
  }

  function ofSomebodyElse(lines: readonly JsonObject[]): JsonObject[] {
    return lines
      .filter(({ type }) => type === 'person')
      .map((line) => ({ ...line, id: 'p99', givenName: foreign('Бегимай'), familyName: foreign('Асанова') }));
  }

  function foreign(name: string): string {
    const canary = `${name} ${others.canaries.length + 1} Башкасы`;
    others.canaries.push(canary);
    return canary;
  }

  it('gets an archive with data, a document and the files, within a minute', () => {
    expect(Object.keys(members).sort()).toEqual(['data.json', 'data.pdf', 'files/own-file/Күбөлүк.pdf']);
    expect(Buffer.from(members['files/own-file/Күбөлүк.pdf'] ?? [])).toEqual(buildPdf());
    expect(tookMs).toBeLessThan(A_MINUTE_MS);
  });

  it('finds every value there that was told about them', () => {
    const told = Buffer.from(members['data.json'] ?? []);
    const personal = own.canaries.filter((canary) => !ofPartners().has(canary));
    const found = new Set(new CanaryDetector([...personal, BORN_ON]).find(told).map(({ canary }) => canary));
    expect([...personal, BORN_ON].filter((canary) => !found.has(canary))).toEqual([]);
    expect(personal.length).toBeGreaterThan(10);
  });

  /** Free text of records about organisations and programmes tells of no person. */
  function ofPartners(): Set<string> {
    const again = new Aviary();
    return new Set(
      canaryLines(again)
        .filter(({ type }) => type !== 'person' && type !== 'command')
        .flatMap((line) => again.canaries.filter((canary) => JSON.stringify(line).includes(`"${canary}"`))),
    );
  }

  it('finds nothing of anybody else', () => {
    for (const [name, bytes] of Object.entries(members))
      expect({ name, heard: new CanaryDetector(others.canaries).find(Buffer.from(bytes)) }).toEqual({
        name,
        heard: [],
      });
    expect(JSON.stringify(data)).not.toContain('p99');
  });

  it('reads who saw what, and that this export was made', () => {
    expect(data.tables['audit_entry']).toContainEqual(
      expect.objectContaining({ who: LEAD.id, action: 'subject.export', subjects: ['person/p01'] }),
    );
  });

  it('reads days as days, whatever zone the machine is in', () => {
    const days = (data.tables['fact'] ?? []).map((fact) => fact['happened_on']);
    expect(days.length).toBeGreaterThan(10);
    expect(days.filter((day) => !/^\d{4}-\d{2}-\d{2}$/.test(String(day)))).toEqual([]);
  });

  it('gets a tagged document in their own language', () => {
    const pdf = Buffer.from(members['data.pdf'] ?? []);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.includes('/StructTreeRoot')).toBe(true);
    expect(pdf.includes('/Lang (ru)')).toBe(true);
  });
});
