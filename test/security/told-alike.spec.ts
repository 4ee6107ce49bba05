import { read, utils } from '@e965/xlsx';
import { INDICATORS, type JsonObject } from '@lotse/domain';
import { PROGRAMME } from './support/people';
import { readPdf } from './support/read-pdf';
import { openSecuredApi, type SecuredApi } from './support/secured-api';

jest.setTimeout(600_000);

const AS_OF = '2025-03-10';
const MOMENT = `programme=${PROGRAMME}&asOf=${AS_OF}`;
/** Told of everybody, told at releases, shown together or not at all, and never told without access to persons. */
const TARGETS = ['students', 'nominated', 'EECO02', 'complaints', 'daysToStart'];

/** A number as a format tells it; what a format does not say is left out. */
type Told = Readonly<Record<string, unknown>>;
/** By figure, or by label where a format is for eyes and ears alone. */
type Numbers = ReadonlyMap<string, Told>;
type Format = (secured: SecuredApi, who: string) => Promise<Numbers>;

const documentOf = async (secured: SecuredApi, who: string): Promise<JsonObject[]> => {
  const { json } = await secured.ask(who, 'GET', `/api/v1/sheet?${MOMENT}&format=json&lang=en`);
  return (json.sections as { numbers: JsonObject[] }[]).flatMap(({ numbers }) => numbers);
};
const fileOf = async (secured: SecuredApi, who: string, format: string): Promise<Buffer> => {
  const response = await secured.fetchAs(who, `/api/v1/sheet?${MOMENT}&format=${format}&lang=en`);
  expect([format, who, response.status]).toEqual([format, who, 200]);
  return Buffer.from(await response.arrayBuffer());
};
/** Rows of a file of comma-separated values, every cell as it is written. */
const csvRows = (text: string): string[][] =>
  utils.sheet_to_json(read(text, { type: 'string', raw: true }).Sheets.Sheet1 ?? {}, {
    header: 1,
    defval: '',
  });
const byFigure = (rows: readonly Told[]): Numbers => new Map(rows.map((row) => [String(row.figure), row]));

/** Each with what it tells of every number; all that it tells has to be what the document as data tells. */
const FORMATS: Readonly<Record<string, Format>> = {
  CSV: async (secured, who) => {
    const [header = [], ...rows] = csvRows((await fileOf(secured, who, 'csv')).toString());
    const at = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? '';
    const numbers = rows.filter((row) => at(row, 'figure') !== '');
    return byFigure(
      numbers.map((row) => ({
        ...Object.fromEntries(
          ['figure', 'label', 'state', 'asOf', 'knownAt', 'lock'].map((name) => [name, at(row, name)]),
        ),
        shown: at(row, 'value'),
        exact: at(row, 'exact') === '' ? null : at(row, 'exact'),
      })),
    );
  },
  'XLSX, as a table': async (secured, who) => {
    const book = read(await fileOf(secured, who, 'xlsx'));
    const rows: Record<string, string | number>[] = utils.sheet_to_json(book.Sheets.Figures ?? {});
    return byFigure(
      rows.map(({ figure, label, value, exact = null, state, asOf, knownAt, lock }) => {
        if (exact === null) expect(value).toBe('suppressed');
        else if (!String(exact).includes('/')) expect(value).toBe(Number(exact));
        return { figure, label, exact, state, asOf, knownAt, lock };
      }),
    );
  },
  'XLSX, as it is printed': async (secured, who) => {
    const book = read(await fileOf(secured, who, 'xlsx'));
    const rows: unknown[][] = utils.sheet_to_json(book.Sheets.Sheet ?? {}, { header: 1 });
    const numbers = rows.filter((row) => row[3] !== undefined);
    return new Map(
      numbers.map(([label, value, , asOf]) => [
        String(label),
        { ...(typeof value === 'string' ? { shown: value } : {}), asOf },
      ]),
    );
  },
  'PDF, by its tags': async (secured, who) => {
    const { rows, language, roles } = await readPdf(await fileOf(secured, who, 'pdf'));
    expect(language).toBe('en');
    expect(roles).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD']));
    const bodies = rows.filter(([first]) => first !== 'Figure');
    return new Map(bodies.map(([label = '', shown]) => [label, { shown }]));
  },
  figures: async (secured, who) => {
    const { json } = await secured.ask(who, 'GET', `/api/v1/figures?${MOMENT}&indicator=${TARGETS.join()}`);
    const lines = (json.lines as JsonObject[]).filter(({ state }) => state !== 'none');
    return byFigure(
      lines.map(({ indicator, value, state, asOf }) => ({ figure: indicator, exact: value, state, asOf })),
    );
  },
  'SDMX-CSV': async (secured, who) => {
    const url = `/api/v1/sdmx/figures?${MOMENT}&indicator=${TARGETS.join()}`;
    const [header = [], ...rows] = csvRows(await (await secured.fetchAs(who, url)).text());
    const at = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? '';
    const told = rows.filter((row) => at(row, 'INDICATOR') !== '');
    return byFigure(
      told.map((row) => ({
        figure: at(row, 'INDICATOR'),
        state: { A: 'counted', Q: 'suppressed' }[at(row, 'OBS_STATUS')],
      })),
    );
  },
};

describe('a number', () => {
  let secured: SecuredApi;
  beforeAll(async () => {
    secured = await openSecuredApi();
    for (const indicator of TARGETS) {
      const target = { indicator, on: '2025-06-30', value: 20 };
      const path = `/api/v1/programmes/${PROGRAMME}/targets/t-${indicator}`;
      expect((await secured.ask('coordinator', 'PUT', path, target)).status).toBe(201);
    }
  });
  afterAll(() => secured.close());

  it.each(['funder', 'coordinator'])('is on the sheet of a %s, suppressed for the one alone', async (who) => {
    const numbers = await documentOf(secured, who);
    const hidden = numbers.filter(({ state }) => state === 'suppressed').map(({ figure }) => figure);
    expect(hidden.includes('complaints')).toBe(who === 'funder');
    for (const { state, exact, shown } of numbers)
      expect([state, exact === null, shown === 'suppressed']).toEqual(
        state === 'suppressed' ? ['suppressed', true, true] : ['counted', false, false],
      );
  });

  it.each(
    Object.keys(FORMATS).flatMap((format) => ['funder', 'coordinator'].map((who) => [format, who] as const)),
  )('is told alike by %s to a %s', async (format, who) => {
    const told = (await FORMATS[format]?.(secured, who)) ?? new Map<string, Told>();
    const numbers = await documentOf(secured, who);
    const known = numbers.filter(({ figure, label }) => told.has(String(figure)) || told.has(String(label)));
    expect(known.length).toBe(['figures', 'SDMX-CSV'].includes(format) ? TARGETS.length : numbers.length);
    for (const number of known)
      expect(number).toMatchObject(told.get(String(number.figure)) ?? told.get(String(number.label)) ?? {});
  });

  it('has units for those alone who may see them, as many as it says', async () => {
    for (const { figure, exact, asOf } of await documentOf(secured, 'coordinator')) {
      const rule = INDICATORS.get(String(figure))?.rule ?? {};
      const path = `/api/v1/figures/${String(figure)}/units?programme=${PROGRAMME}&asOf=${String(asOf)}`;
      expect((await secured.ask('funder', 'GET', path)).status).toBe(403);
      if (!('units' in rule) || rule.units !== 'person' || figure === 'workMonths') continue;
      const { json } = await secured.ask('coordinator', 'GET', path);
      expect([figure, (json.completeness as JsonObject).units]).toEqual([figure, Number(exact)]);
    }
  });
});
