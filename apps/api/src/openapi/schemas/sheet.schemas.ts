import { FIGURES, type Evidence, type FigureUnits, type JsonObject, type Sheet } from '@lotse/domain';
import { ref } from '../ref';
import { day, instant, integer, listOf, mapOf, object, oneOf, text } from './shapes';

const SCOPE = {
  programme: text('Programme.'),
  asOf: day('Day up to which facts count.'),
  knownAt: instant('Instant up to which recorded facts count.'),
};
const SCOPE_EXAMPLE = {
  programme: 'kg-glass-2023',
  asOf: '2025-01-31',
  knownAt: '2025-02-10T22:59:59.999999Z',
};

/** Members of the sheet that are no plain counts. */
const SPECIAL: Partial<Record<keyof Sheet, JsonObject>> = {
  workMonths: text('Sum of the confirmed shares of months, exact in lowest terms, such as 50687/506.'),
  partners: mapOf(
    { type: 'array', items: { type: 'string' } },
    'Cooperation partners by kind; all universities are the one entry universities.',
  ),
  materials: mapOf({ type: 'integer' }, 'Materials by kind.'),
};
const INTERVIEWS = ['company', 'student', 'university'] as const;

const figure = ({ key, definition }: (typeof FIGURES)[number]): [string, JsonObject][] =>
  key.startsWith('interviews.') ? [] : [[key, SPECIAL[key as keyof Sheet] ?? integer(definition)]];

const interviews = object(
  'Interviews by the kind of respondent.',
  Object.fromEntries(
    INTERVIEWS.map((kind) => [
      kind,
      integer(FIGURES.find(({ key }) => key === `interviews.${kind}`)?.definition ?? kind),
    ]),
  ),
);

const EVIDENCE_EXAMPLE: Evidence = {
  source: 'fact',
  kind: 'prepare-contract',
  journey: 'j01',
  version: 31,
  person: 'p01',
  command: 'c00038',
  happenedOn: '2025-01-20',
  recordedAt: '2025-01-20T10:00:00.000000Z',
  evidence: 'ct-j01',
  contract: 'ct01',
};
const UNITS_EXAMPLE: FigureUnits = {
  ...SCOPE_EXAMPLE,
  figure: 'contractsPrepared',
  value: '1',
  units: [{ unit: 'p01', evidence: [EVIDENCE_EXAMPLE] }],
};

const listed = FIGURES.filter((candidate) => candidate.listed);

/** A made-up sheet: one of everything. */
const SHEET_EXAMPLE: JsonObject = {
  asOf: SCOPE_EXAMPLE.asOf,
  ...Object.fromEntries(FIGURES.flatMap(figure).map(([key]) => [key, 1])),
  workMonths: '50687/506',
  partners: { university: ['universities'], company: ['company-1'] },
  materials: { leaflet: 1 },
  interviews: { company: 1, student: 1, university: 1 },
  units: Object.fromEntries(listed.map(({ key, unit }) => [key, [unit === 'company' ? 'company-1' : 'p01']])),
};

/** The project sheet; what each figure counts is said by the catalogue of figures. */
export const sheetSchemas = (): JsonObject => ({
  Sheet: object(
    'The project sheet on one day; every key stands on every sheet.',
    {
      asOf: SCOPE.asOf,
      ...Object.fromEntries(FIGURES.flatMap(figure)),
      interviews,
      units: object(
        'Ids behind the sets, ascending.',
        Object.fromEntries(listed.map(({ key, label }) => [key, listOf({ type: 'string' }, label.en)])),
      ),
    },
    { example: SHEET_EXAMPLE },
  ),
  SheetResponse: object(
    'A sheet and what was asked for.',
    { ...SCOPE, sheet: ref('Sheet') },
    {
      example: { ...SCOPE_EXAMPLE, sheet: SHEET_EXAMPLE },
    },
  ),
  Evidence: object(
    'A fact or record that a unit rests on.',
    {
      source: oneOf(['fact', 'record'], 'A fact of a journey, or a record such as a trip.'),
      kind: text('Command of the fact, or type of the record.'),
      recordedAt: instant('When it was recorded.'),
      version: integer('Version of the fact in its journey, or of the record.'),
      evidence: text('Reference of the file or form.'),
      journey: text('Journey of the fact.'),
      person: text('Person of the fact.'),
      command: text('Id of the command.'),
      happenedOn: day('Day on which it happened.'),
      placement: text('Placement.'),
      contract: text('Contract.'),
      month: text('Month, YYYY-MM.'),
      workedDays: { type: 'number', description: 'Days worked in the month.' },
      plannedDays: { type: 'number', description: 'Days planned in the month.' },
      id: text('Id of the record.'),
      organisation: text('Organisation of the record.'),
    },
    {
      optional: [
        'evidence',
        'journey',
        'person',
        'command',
        'happenedOn',
        'placement',
        'contract',
        'month',
        'workedDays',
        'plannedDays',
        'id',
        'organisation',
      ],
      example: { ...EVIDENCE_EXAMPLE },
    },
  ),
  FigureUnits: object(
    'The units behind one figure.',
    {
      ...SCOPE,
      figure: oneOf(
        FIGURES.map(({ key }) => key),
        'Key of the figure.',
      ),
      value: text('What the sheet shows, exact.'),
      units: listOf(
        object(
          'One unit: a person, a company, a month of a person, a day, an id.',
          {
            unit: text('Id of the unit.'),
            group: text('Kind it is listed under.'),
            amount: text('Exact share of a month, or days.'),
            evidence: listOf(ref('Evidence'), 'What it rests on.'),
          },
          { optional: ['group', 'amount'] },
        ),
        'Who or what is counted.',
      ),
    },
    { example: JSON.parse(JSON.stringify(UNITS_EXAMPLE)) },
  ),
});
