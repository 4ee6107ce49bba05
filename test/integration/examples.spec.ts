import type { Sheet } from '@lotse/domain';
import { MAX_LINE_BYTES } from '@lotse/journeys';
import { createSheetReader } from '@lotse/persistence';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJourneysDatabase, referenceFile, type JourneysDatabase } from './journeys/journeys-database';

interface ExpectedSheet {
  readonly knownAt: string;
  readonly sheet: Sheet;
}

const example = (file: string): string => readFileSync(join(__dirname, '../../examples', file), 'utf8');
const { sheets } = JSON.parse(example('corrections.expected.json')) as { sheets: ExpectedSheet[] };

/** Line by line of refused.jsonl: what stands in its way. */
const REFUSED = [
  [1, 'unknown-command', 'promote'],
  [2, 'fields-invalid', 'expectedDegreOn'],
  [3, 'fields-invalid', 'sectr'],
  [4, 'fields-invalid', 'data.workedDays'],
  [5, 'fields-invalid', 'data.month'],
  [6, 'fields-invalid', 'data.evidence'],
  [7, 'actor-not-allowed', 'mentor'],
  [8, 'actor-not-allowed', 'company-1'],
  [9, 'order-not-allowed', 'confirm'],
  [10, 'guards-unmet', '2025-06-30'],
  [11, 'day-not-allowed', 'happen'],
  [12, 'id-clash', 'c00002'],
  [13, 'line-unreadable', 'JSON'],
  [14, 'line-unreadable', 'object'],
  [15, 'line-unreadable', 'kind'],
  [16, 'unknown-type', 'organisation'],
  [17, 'journey-unknown', 'j99'],
  [18, 'reference-unknown', 'company-99'],
  [19, 'fields-invalid', 'data.reason'],
  [20, 'fields-invalid', 'data.reason'],
  [21, 'guards-unmet', 'VIS'],
  [22, 'version-conflict', '1'],
] as const;

describe('the example files after the reference cohort', () => {
  let database: JourneysDatabase;
  /** An instant between the import of the cohort and that of its corrections. */
  let before: string;

  beforeAll(async () => {
    database = await openJourneysDatabase();
    await database.importText(referenceFile());
    database.clock.skip(60_000);
    before = database.clock.now().toISOString();
    database.clock.skip(60_000);
  });
  afterAll(() => database.close());

  describe('refused.jsonl', () => {
    it('refuses each of its lines with a code, a remedy and the name of what is wrong, and changes nothing', async () => {
      const rows = await database.rows();
      const answers = await database.importText(example('refused.jsonl'));
      expect(answers.map(({ line, result, refusal }) => [line, result, refusal?.code])).toEqual(
        REFUSED.map(([line, code]) => [line, 'refused', code]),
      );
      for (const [line, , named] of REFUSED) {
        const { unmet } = answers[line - 1]?.refusal ?? { unmet: [] };
        expect(unmet.length).toBeGreaterThan(0);
        expect(JSON.stringify(unmet)).toContain(named);
      }
      expect(await database.rows()).toEqual(rows);
    });

    it('refuses a line over 1 MiB and goes on behind it; the same file repaired completes the rest', async () => {
      const company = (id: string, name: string): string =>
        JSON.stringify({ type: 'organisation', id, kind: 'company', name });
      const long = company('long-2', 'x'.repeat(MAX_LINE_BYTES));
      const first = await database.importText(
        `${company('long-1', 'One')}\n${long}\n${company('long-3', 'Three')}`,
      );
      expect(first.map(({ result, refusal }) => [result, refusal?.code])).toEqual([
        ['accepted', undefined],
        ['refused', 'line-too-long'],
        ['accepted', undefined],
      ]);
      const repaired = [company('long-1', 'One'), company('long-2', 'Two'), company('long-3', 'Three')].join(
        '\n',
      );
      const second = await database.importText(repaired);
      expect(second.map(({ result }) => result)).toEqual(['unchanged', 'accepted', 'unchanged']);
    });
  });

  describe('corrections.jsonl', () => {
    beforeAll(async () => {
      const answers = await database.importText(example('corrections.jsonl'));
      expect(answers.filter(({ result }) => result !== 'accepted')).toEqual([]);
    });

    it('changes nothing when it comes again', async () => {
      const rows = await database.rows();
      const answers = await database.importText(example('corrections.jsonl'));
      expect(new Set(answers.map(({ result }) => result))).toEqual(new Set(['repeated', 'unchanged']));
      expect(await database.rows()).toEqual(rows);
    });

    it.each(sheets.map((entry) => [entry.sheet.asOf, entry.knownAt, entry.sheet] as const))(
      'shows the sheet as of %s as it was known at: %s',
      async (asOf, moment, expected) => {
        const knownAt =
          moment === 'before' ? { knownAt: before } : moment === 'after' ? {} : { knownAt: moment };
        const reader = createSheetReader(database.dataSource, () => database.clock.now());
        const answer = await reader.sheet({ asOf, ...knownAt });
        expect(answer).toMatchObject({ ok: true, value: { programme: 'kg-glass-2023' } });
        if (answer.ok) expect(answer.value.sheet).toEqual(expected);
      },
    );

    it('names the correction as the fact behind a corrected month', async () => {
      const reader = createSheetReader(database.dataSource, () => database.clock.now());
      const answer = await reader.units({ figure: 'workMonths', asOf: '2025-06-30' });
      if (!answer.ok) throw new Error(answer.problem.message);
      expect(answer.value.value).toBe('16229/230');
      expect(answer.value.units.find(({ unit }) => unit === 'p01/2024-06')).toMatchObject({
        amount: '4/5',
        evidence: [
          { command: 'fix-02', workedDays: 16, evidence: 'm-pl-j01-1-2024-06-b', happenedOn: '2024-06-30' },
        ],
      });
    });
  });
});
