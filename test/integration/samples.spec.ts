import { dayInBerlin } from '@lotse/domain';
import type { Asker, Reporting } from '@lotse/reports';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from './journeys/journeys-database';
import { reportingOn } from './reporting-on';

const DAY_MS = 86_400_000;
const AUDITOR: Asker = { id: 'auditor-1', entrance: 'session' };
const COORDINATOR: Asker = { id: 'coordinator-1', entrance: 'session' };

describe('figures of the reference project and what stands behind them', () => {
  let database: JourneysDatabase;
  let reporting: Reporting;
  const dayIn = (days: number): string =>
    dayInBerlin(new Date(database.clock.now().getTime() + days * DAY_MS));

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importText(referenceFile());
    reporting = reportingOn(database);
    database.clock.skip(1_000);
  });
  afterAll(() => database.close());

  it('1: are 15, 4, 3, 14, 14 and 75, and each unit leads to its fact', async () => {
    const answer = await reporting.figures.ask({ asOf: '2025-06-30' }, 'persons');
    if (!answer.ok) throw new Error(answer.problem.message);
    const valueOf = (key: string): string | null | undefined =>
      answer.value.lines.find(({ indicator }) => indicator === key)?.value;
    const KEYS = [
      'students',
      'companies',
      'universities',
      'commitmentsSigned',
      'contractsPrepared',
      'workMonths',
    ];
    expect(KEYS.map(valueOf)).toEqual(['15', '4', '3', '14', '14', '75']);
    expect(valueOf('selectionRate')).toBe('100');

    const units = await reporting.units({ indicator: 'commitmentsSigned', asOf: '2025-06-30', limit: 10 });
    if (!units.ok) throw new Error(units.problem.message);
    expect(units.value.completeness).toEqual({ units: 14, withEvidence: 14 });
    expect(units.value.units).toHaveLength(10);
    expect(units.value.units[0]).toMatchObject({ unit: 'p01', facts: [{ kind: 'sign-commitment' }] });
    const { next } = units.value;
    const rest = await reporting.units({
      indicator: 'commitmentsSigned',
      asOf: '2025-06-30',
      limit: 10,
      ...(next === undefined ? {} : { after: next }),
    });
    expect(rest.ok && rest.value.units.length).toBe(4);
    expect(rest.ok && rest.value.next).toBe(undefined);
  });

  it('5: are compared, and the difference is explained by the fact that made it', async () => {
    const query = {
      indicators: ['commitmentsSigned'],
      before: { asOf: '2024-01-09' },
      after: { asOf: '2024-01-10' },
    };
    const compared = await reporting.compare(query, 'persons');
    if (!compared.ok) throw new Error(compared.problem.message);
    const [line] = compared.value.differences;
    expect(line?.units?.map(({ unit, because }) => [unit, because.map(({ kind }) => kind)])).toContainEqual([
      'p01',
      ['sign-commitment'],
    ]);
    const open = await reporting.compare(query, 'figures');
    expect(open.ok && open.value.differences[0]).toEqual({
      indicator: 'commitmentsSigned',
      before: line?.before,
      after: line?.after,
    });
  });

  it('are drawn by a seed, found, contradicted and settled, in this order alone', async () => {
    const order = {
      id: 'sample-1',
      indicator: 'contractsPrepared',
      asOf: '2025-06-30',
      share: 30,
      seed: 'thrown in front of both',
      answersUntil: dayIn(14),
    };
    const drawn = await reporting.samples.draw(order, AUDITOR);
    if (drawn.result === 'refused') throw new Error(drawn.message);
    expect(drawn.sample).toMatchObject({ population: 14 });
    expect(drawn.sample.units).toHaveLength(4);
    expect(await reporting.samples.draw(order, AUDITOR)).toMatchObject({ result: 'repeated' });
    expect(await reporting.samples.draw({ ...order, seed: 'another' }, AUDITOR)).toMatchObject({
      code: 'sample-id-taken',
    });

    const [first, second, third] = drawn.sample.units.map(({ unit }) => unit);
    const note = (
      unit: string | undefined,
      said: Parameters<Reporting['samples']['note']>[2],
      by = AUDITOR,
    ) => reporting.samples.note('sample-1', unit ?? '', said, by);
    expect(await note(first, { answer: 'accepted' }, COORDINATOR)).toMatchObject({ code: 'sample-order' });
    const text = 'Айгүл signed on 3 March, the record says 2 March';
    expect(await note(first, { finding: 'day-differs', text })).toMatchObject({ result: 'noted' });
    expect(await note(first, { finding: 'in-order' })).toMatchObject({ code: 'sample-order' });
    expect(await note(first, { outcome: 'upheld' })).toMatchObject({ code: 'sample-order' });
    expect(await note(first, { answer: 'contradicted' }, COORDINATOR)).toMatchObject({ result: 'noted' });
    expect(await note(first, { outcome: 'dropped' })).toMatchObject({
      unit: {
        finding: { code: 'day-differs' },
        answer: { code: 'contradicted' },
        outcome: { code: 'dropped' },
      },
    });
    const [word] = await database.dataSource.query<{ secret: Buffer; journey: string }[]>(
      'SELECT secret, journey FROM sample_words',
    );
    expect(word?.secret.includes('Айгүл')).toBe(false);
    expect(word?.journey).toMatch(/^j/);
    await note(second, { finding: 'in-order' });
    await note(third, { finding: 'evidence-missing' });

    const room = { id: 'room-1', sample: 'sample-1', account: 'auditor-1', from: dayIn(0), to: dayIn(20) };
    expect(await reporting.samples.openRoom(room, COORDINATOR)).toMatchObject({ result: 'opened' });
    const seen = await reporting.samples.look('room-1', 'auditor-1');
    expect(seen?.units[0]).toMatchObject({
      unit: first,
      facts: [{ kind: 'prepare-contract' }],
      finding: { text },
    });
    expect((await reporting.samples.rooms(seen?.room.programme ?? '')).map(({ id }) => id)).toEqual([
      'room-1',
    ]);
    expect(await reporting.samples.look('room-1', 'auditor-2')).toBeUndefined();

    database.clock.skip(15 * DAY_MS);
    expect(await note(third, { answer: 'evidence-supplied' }, COORDINATOR)).toMatchObject({
      code: 'sample-over',
    });
    expect(await note(third, { outcome: 'upheld' })).toMatchObject({ result: 'noted' });
    database.clock.skip(10 * DAY_MS);
    expect(await reporting.samples.look('room-1', 'auditor-1')).toBeUndefined();
  });
});
