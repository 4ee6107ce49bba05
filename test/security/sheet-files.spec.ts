import type { JsonObject } from '@lotse/domain';
import { read, utils } from '@e965/xlsx';
import { pdfParts } from './support/pdf-parts';
import { PROGRAMME } from './support/people';
import { openSecuredApi, type SecuredApi } from './support/secured-api';

jest.setTimeout(600_000);

const P = `/api/v1/programmes/${PROGRAMME}`;
const SHEET = `/api/v1/sheet?programme=${PROGRAMME}&asOf=2025-03-10`;
const GOAL = '=HYPERLINK("http://example.org")';
const SAID = 'Мен бул жерде жашайм, Хөөгө үчүн';
const FIRM = 'Ein zuverlässiges Projekt';

describe('the printed sheet', () => {
  let secured: SecuredApi;
  beforeAll(async () => {
    secured = await openSecuredApi();
    const lines = [
      {
        type: 'programme',
        id: PROGRAMME,
        name: 'Glasindustrie Kirgisistan–Nordsachsen',
        template: 'de-uni-internship-hire@1',
        from: '2023-10-12',
        to: '2025-06-30',
        carrier: 'carrier',
        funders: ['funder'],
        partnerCountries: ['KG'],
        goals: [GOAL, 'Wir binden internationale Fachkräfte'],
        problem: ['Fehlender Nachwuchs'],
        english: { name: 'Glass industry', goals: ['We keep skilled workers'] },
      },
      {
        type: 'organisation',
        id: 'carrier',
        kind: 'carrier',
        name: 'Träger Ü',
        address: ['Am Hafen 1', '04860 Torgau'],
      },
    ];
    await secured.api.importLines(lines.map((line) => JSON.stringify(line)).join('\n'));
    const interview = { round: 'spring', on: '2025-03-01' };
    for (const [respondentKind, respondent, quote] of [
      ['student', 'p01', SAID],
      ['company', 'company-1', FIRM],
    ] as const)
      await secured.ask('coordinator', 'PUT', `${P}/interviews/iv-${respondent}-spring`, {
        ...interview,
        respondentKind,
        respondent,
        quotes: [quote],
      });
    await publicity('give-consent', { consentVersion: 'publicity-1', language: 'ky' });
  });
  afterAll(() => secured.close());

  let commands = 0;
  /** What the student who was interviewed says of being told of. */
  async function publicity(command: string, data: JsonObject): Promise<void> {
    const line = { type: 'command', id: `told-${(commands += 1)}`, journey: 'j01', happenedOn: '2025-03-12' };
    const given = { ...line, command, by: { role: 'candidate' }, data: { ...data, purpose: 'publicity' } };
    expect(await secured.api.importLines(JSON.stringify(given))).toMatchObject([{ result: 'accepted' }]);
  }

  const fileOf = async (who: string, query: string): Promise<{ bytes: Buffer; response: Response }> => {
    const response = await secured.fetchAs(who, `${SHEET}&${query}`);
    return { bytes: Buffer.from(await response.arrayBuffer()), response };
  };

  it.each(['de', 'en'])('is a tagged PDF with title and language (%s)', async (language) => {
    const { bytes, response } = await fileOf('coordinator', `format=pdf&lang=${language}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="sheet-${PROGRAMME}-2025-03-10.pdf"`,
    );
    const parts = pdfParts(bytes);
    expect(parts).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(parts).toMatch(/\/StructTreeRoot/);
    expect(parts).toMatch(new RegExp(`/Lang\\s*\\(${language}`));
    expect(parts).toMatch(/\/DisplayDocTitle true/);
    expect(parts).toContain('<pdfuaid:part>1</pdfuaid:part>');
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'THead', 'TH', 'TD', 'L', 'LI', 'BlockQuote'])
      expect(parts).toMatch(new RegExp(`/S\\s*/${tag}\\b`));
  });

  it('is the same file when asked again for the same knowledge', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => fileOf('coordinator', 'format=pdf&knownAt=2025-03-20T11:00:00Z')),
    );
    expect(first?.bytes.equals(second?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  it('is a spreadsheet whose numbers are numbers and whose words are never formulas', async () => {
    const { bytes, response } = await fileOf('coordinator', 'format=xlsx');
    expect(response.headers.get('content-type')).toMatch(/spreadsheetml\.sheet$/);
    const book = read(bytes, { cellFormula: true });
    expect(book.SheetNames).toEqual(['Steckbrief', 'Zahlen']);
    const cells = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name] ?? {}));
    expect(cells.filter((cell: { f?: string }) => cell.f !== undefined)).toEqual([]);
    const rows: Record<string, unknown>[] = utils.sheet_to_json(book.Sheets.Zahlen ?? {});
    const students = rows.find(({ figure }) => figure === 'students');
    const { json } = await secured.ask('coordinator', 'GET', SHEET);
    expect(students).toMatchObject({ label: 'Studierende', asOf: '2025-03-10', lock: 'none' });
    expect(students?.value).toBe((json.sheet as { students: number }).students);
    expect(utils.sheet_to_csv(book.Sheets.Steckbrief ?? {})).toContain('HYPERLINK');
  });

  it('tells the same numbers in every format, each with its day and lock state', async () => {
    const { json } = await secured.ask('coordinator', 'GET', `${SHEET}&format=json&lang=en`);
    const sections = json.sections as { heading: string; numbers: Record<string, string>[] }[];
    const numbers = sections.flatMap((section) => section.numbers);
    expect(new Set(numbers.map(({ asOf, lock }) => `${asOf} ${lock}`))).toEqual(new Set(['2025-03-10 none']));
    const { bytes } = await fileOf('coordinator', 'format=csv&lang=en');
    const text = bytes.toString();
    for (const { figure, exact } of numbers)
      expect(text).toMatch(new RegExp(`,${figure},[^\n]*,${exact},counted,`));
    expect((await fileOf('coordinator', 'format=csv')).bytes.toString()).toContain(`'=HYPERLINK`);
    expect(sections.map(({ heading }) => heading)).toEqual([
      'Goals',
      'Target groups',
      'Activities',
      'Results',
      'Participants',
      'Results in figures',
      'Lasting success',
      'Materials developed',
      'Feedback',
      'Cooperation partners',
      'Runtime',
      'Project carrier',
    ]);
  });

  it('comes in the form of the alliance', async () => {
    const { json } = await secured.ask('coordinator', 'GET', `${SHEET}&format=json&form=alliance`);
    const sections = json.sections as { heading: string; texts: { text: string }[] }[];
    expect(sections.slice(0, 5).map(({ heading }) => heading)).toEqual([
      'Problem',
      'Ziele',
      'Umsetzung',
      'Erfolge',
      'Unterstützt von',
    ]);
    expect(sections[0]?.texts).toEqual([{ text: 'Fehlender Nachwuchs' }]);
  });

  it('keeps what was said in interviews from those who may not see persons', async () => {
    const own = (await secured.ask('coordinator', 'GET', `${SHEET}&format=json`)).body;
    expect(own).toContain(SAID);
    expect(own).toContain(FIRM);
    for (const who of ['funder', 'administrator']) {
      const { body, status } = await secured.ask(who, 'GET', `${SHEET}&format=json`);
      expect(status).toBe(200);
      expect(body).not.toContain(SAID);
      expect(body).not.toContain(FIRM);
      expect(body).toContain('Interviews');
    }
  });

  it('tells of a student while they consent to it, whatever day it is of', async () => {
    const sheet = async (): Promise<string> =>
      (await secured.ask('coordinator', 'GET', `${SHEET}&format=json`)).body;
    await publicity('withdraw-consent', {});
    expect(await sheet()).not.toContain(SAID);
    expect(await sheet()).toContain(FIRM);
    await publicity('give-consent', { consentVersion: 'publicity-1', language: 'ky' });
    expect(await sheet()).toContain(SAID);
  });

  it('is for nobody of another programme, nor for those who pay nothing and carry nothing', async () => {
    for (const format of ['pdf', 'xlsx', 'csv', 'json'])
      for (const who of ['twin-funder', 'twin-coordinator', 'candidate', 'company'])
        expect((await secured.ask(who, 'GET', `${SHEET}&format=${format}`)).status).toBeGreaterThanOrEqual(
          403,
        );
  });

  it('answers 304 while nothing on it has changed, and anew when something has', async () => {
    for (const query of ['', '&format=json', '&format=pdf']) {
      const ask = (tag?: string): Promise<Response> =>
        secured.fetchAs(
          'funder',
          `${SHEET}${query}`,
          tag === undefined ? {} : { headers: { 'if-none-match': tag } },
        );
      const first = await ask();
      const tag = first.headers.get('etag') ?? '';
      const again = await ask(tag);
      expect([first.status, again.status]).toEqual([200, 304]);
      const id = `mat${query.length}`;
      const material = { kind: 'course', title: id, on: '2025-03-01' };
      expect((await secured.ask('coordinator', 'PUT', `${P}/materials/${id}`, material)).status).toBe(201);
      expect((await ask(tag)).status).toBe(200);
    }
  });

  it('gives figures as SDMX-CSV, suppressed where they have to be', async () => {
    const url = `/api/v1/sdmx/figures?programme=${PROGRAMME}&asOf=2025-03-10&indicator=students&by=gender`;
    const rows = async (who: string): Promise<string[][]> => {
      const response = await secured.fetchAs(who, url);
      expect(response.headers.get('content-type')).toMatch(/^application\/vnd\.sdmx\.data\+csv/);
      return (await response.text())
        .trim()
        .split('\r\n')
        .map((row) => row.split(','));
    };
    const [header = [], ...own] = await rows('coordinator');
    const at = (row: readonly string[], name: string): string | undefined => row[header.indexOf(name)];
    expect(own.map((row) => at(row, 'OBS_STATUS'))).toEqual(own.map(() => 'A'));
    const { json } = await secured.ask('coordinator', 'GET', SHEET);
    const sum = own.reduce((total, row) => total + Number(at(row, 'OBS_VALUE')), 0);
    expect(sum).toBe((json.sheet as { students: number }).students);
    const [, ...open] = await rows('funder');
    for (const row of open) {
      expect(['A', 'Q']).toContain(at(row, 'OBS_STATUS'));
      if (at(row, 'OBS_STATUS') === 'A') expect(Number(at(row, 'OBS_VALUE'))).toBeGreaterThanOrEqual(5);
    }
  });

  it.each([
    ['format=docx', 'format'],
    ['format=pdf&form=other', 'form'],
    ['format=pdf&lang=fr', 'lang'],
  ])('refuses %s', async (query, field) => {
    const { status, json } = await secured.ask('coordinator', 'GET', `${SHEET}&${query}`);
    expect(status).toBe(422);
    expect(json).toMatchObject({ code: 'fields-invalid', detail: expect.stringContaining(field) });
  });
});
