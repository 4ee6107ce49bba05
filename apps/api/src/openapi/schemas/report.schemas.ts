import type { JsonObject } from '@lotse/domain';
import { REPORT_STATES } from '@lotse/reports';
import { ref } from '../ref';
import { day, instant, integer, listOf, mapOf, object, oneOf, text, yesNo } from './shapes';

export const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
export const MOMENT = {
  programme: text('Programme.'),
  asOf: day('Day up to which facts count.'),
  knownAt: instant('Instant up to which recorded facts count.'),
};
export const AT = { programme: 'kg-glass-2023', asOf: '2025-06-30', knownAt: '2025-07-10T21:59:59.999999Z' };
const nullable = (schema: JsonObject): JsonObject => ({ ...schema, type: [schema.type ?? 'object', 'null'] });
const place = mapOf({ type: 'string' }, 'A value for each split; empty for the whole.');

const LINE: JsonObject = {
  indicator: 'students',
  version: 1,
  at: { gender: 'female' },
  state: 'counted',
  value: '9',
  shown: '9',
  asOf: '2025-06-30',
  knownAt: AT.knownAt,
};
const DIFFERENCE: JsonObject = { unit: 'p01', before: '1', after: '0', because: [] };
const SUMMARY: JsonObject = {
  id: 'report-2025-06',
  ...AT,
  state: 'signed',
  sha256: HASH,
  proposedBy: 'coordinator-1',
  proposedAt: '2025-07-11T08:00:00.000Z',
  signatures: [
    { account: 'coordinator-1', at: '2025-07-11T08:05:00.000Z' },
    { account: 'coordinator-2', at: '2025-07-11T09:10:00.000Z' },
  ],
};

const summary = {
  id: text('Id of the report.'),
  ...MOMENT,
  state: oneOf(REPORT_STATES, 'Signed: locked for ever.'),
  sha256: text('SHA-256 over its canonical content.'),
  proposedBy: text('Account.'),
  proposedAt: instant('When.'),
  signatures: listOf(
    object('A signature.', { account: text('Account.'), at: instant('When.') }),
    'Two people sign.',
  ),
};
export const document = {
  file: text('Id of the file.'),
  reference: text('Reference that facts name.'),
  topic: text('What it is about.'),
  type: text('Type of the file.'),
  size: integer('Bytes.'),
  sha256: text('SHA-256 of its bytes.'),
  state: oneOf(['pending', 'clean', 'suspect'], 'What the malware scanner said.'),
  uploadedAt: instant('When it was uploaded.'),
};
const fact = mapOf(
  {},
  'A fact: its id, kind, days, who sent it, and what it replaces; of records the id alone.',
);
export const provedUnit = {
  unit: text('Id of the unit.'),
  journey: text('Journey.'),
  at: place,
  since: day('Since when it counts.'),
  value: text('What it counts, exact.'),
  facts: listOf(fact, 'The last first.'),
  evidence: listOf({ type: 'string' }, 'References of evidence.'),
  documents: listOf(object('A document.', document), 'Documents on file.'),
};
const difference = object(
  'A unit that counts differently.',
  {
    unit: text('Id of the unit.'),
    before: text('Exact.'),
    after: text('Exact.'),
    because: listOf(fact, 'Facts that made the difference.'),
  },
  { example: DIFFERENCE },
);

/** Figures, reports and samples. */
export const reportSchemas = (): JsonObject => ({
  Indicator: object(
    'What is counted, as versioned data.',
    {
      key: text('Key.'),
      version: integer('A change is a new version.'),
      section: text('Part of the catalogue.'),
      label: mapOf({ type: 'string' }, 'By language.'),
      definition: mapOf({ type: 'string' }, 'One sentence, by language.'),
      time: oneOf(['state', 'flow'], 'How many there are on a day, or how many happened in a period.'),
      rule: mapOf({}, 'How it counts over facts, as data.'),
      splits: listOf({ type: 'string' }, 'By what it can be split.'),
      openSplits: listOf({ type: 'string' }, 'The same for those who may not see persons.'),
      kinds: listOf({ type: 'string' }, 'Kinds of fact that can change it.'),
      evidence: text('What proves one unit.'),
      source: text('Where the definition comes from.'),
      unverified: yesNo('True where the source still needs confirmation.'),
    },
    {
      optional: ['unverified'],
      example: {
        key: 'nominated',
        version: 1,
        section: 'process',
        label: { de: 'Benannte', en: 'Nominated' },
        definition: {
          de: 'Personen, die eine Universität benannt hat.',
          en: 'Persons nominated by a university.',
        },
        time: 'state',
        rule: { units: 'person', where: { has: { kind: 'nominate', where: {} } } },
        splits: ['university', 'company', 'gender', 'age-band', 'country', 'cohort'],
        openSplits: ['gender', 'university', 'age-band', 'country'],
        kinds: ['nominate'],
        evidence: 'nomination',
        source: 'domain.md §4.2',
      },
    },
  ),
  IndicatorList: object(
    'The catalogue.',
    { indicators: listOf(ref('Indicator'), 'In the order of the sections.') },
    { example: { indicators: [] } },
  ),
  FigureLine: object(
    'One number.',
    {
      indicator: text('Key of the indicator.'),
      version: integer('Version of its definition.'),
      at: place,
      state: oneOf(['counted', 'suppressed', 'none'], 'Suppressed: it would tell of too few persons.'),
      value: nullable(text('Exact, in lowest terms; shares in per cent; of days the median.')),
      shown: text('For people.'),
      asOf: MOMENT.asOf,
      knownAt: MOMENT.knownAt,
      units: integer('Units, for those who may see them.'),
      days: object('Of durations.', {
        closed: nullable(integer('Closed cases; null for those who may not see persons.')),
        open: nullable(integer('Open cases: censored, not zero; null for those who may not see persons.')),
        median: nullable(integer('Days.')),
        p90: nullable(integer('Days.')),
      }),
      aims: listOf(
        object(
          'A target or a baseline.',
          {
            kind: oneOf(['target', 'baseline'], 'Which.'),
            on: day('By or on this day.'),
            value: text('Exact.'),
            qualifier: text('How exact it is meant.'),
          },
          { optional: ['qualifier'] },
        ),
        'Targets and baselines on record.',
      ),
    },
    { optional: ['units', 'days', 'aims'], example: LINE },
  ),
  FigureTable: object(
    'Figures at a moment.',
    {
      ...MOMENT,
      from: day('First day of the period of flows.'),
      by: listOf({ type: 'string' }, 'Splits.'),
      threshold: integer('Smallest number of persons told of; absent where nothing is suppressed.'),
      lines: listOf(ref('FigureLine'), 'The numbers.'),
    },
    { optional: ['from', 'threshold'], example: { ...AT, by: ['gender'], threshold: 5, lines: [LINE] } },
  ),
  FigureComparison: object(
    'Figures that differ between two moments.',
    {
      programme: MOMENT.programme,
      before: object('Earlier moment.', { asOf: MOMENT.asOf, knownAt: MOMENT.knownAt }),
      after: object('Later moment.', { asOf: MOMENT.asOf, knownAt: MOMENT.knownAt }),
      differences: listOf(
        object(
          'A figure.',
          {
            indicator: text('Key of the indicator.'),
            before: nullable(text('Exact.')),
            after: nullable(text('Exact.')),
            units: listOf(difference, 'For those who may see persons.'),
          },
          { optional: ['units'] },
        ),
        'What differs.',
      ),
    },
    {
      example: {
        programme: AT.programme,
        before: { asOf: AT.asOf, knownAt: AT.knownAt },
        after: { asOf: AT.asOf, knownAt: '2025-08-10T21:59:59.999999Z' },
        differences: [{ indicator: 'commitmentsSigned', before: '14', after: '13', units: [DIFFERENCE] }],
      },
    },
  ),
  ProvedUnits: object(
    'A page of the units behind a figure.',
    {
      ...MOMENT,
      indicator: text('Key of the indicator.'),
      completeness: object('Over all units.', {
        units: integer('Units.'),
        withEvidence: integer('Units whose facts name evidence.'),
      }),
      units: listOf(object('A unit.', provedUnit, { optional: ['journey'] }), 'In order of their ids.'),
      next: text('Give it as `after`; absent on the last page.'),
    },
    {
      optional: ['next'],
      example: {
        ...AT,
        indicator: 'students',
        completeness: { units: 15, withEvidence: 15 },
        units: [],
        next: 'p09',
      },
    },
  ),
  ReportSummary: object('A report.', summary, { example: SUMMARY }),
  ReportList: object(
    'Reports of a programme.',
    { programme: MOMENT.programme, reports: listOf(ref('ReportSummary'), 'Youngest first.') },
    { example: { programme: AT.programme, reports: [SUMMARY] } },
  ),
  ReportAnswer: object(
    'What was done.',
    {
      result: oneOf(['proposed', 'repeated', 'signed', 'withdrawn'], 'What.'),
      report: ref('ReportSummary'),
      missing: integer('Signatures that are missing.'),
    },
    { example: { result: 'signed', report: SUMMARY, missing: 0 } },
  ),
  Report: object(
    'A report as it was signed.',
    {
      ...summary,
      content: mapOf(
        {},
        'Figures, hashes of lists, adjustments; `inner` is a hash for those who may not see persons.',
      ),
    },
    {
      example: {
        ...SUMMARY,
        content: {
          ...AT,
          published: {
            figures: [{ indicator: 'commitmentsSigned', version: 1, value: '14' }],
            adjustments: [],
          },
          inner: HASH,
        },
      },
    },
  ),
  ReportProof: object(
    'What counting anew says of a report.',
    {
      id: text('Id of the report.'),
      state: oneOf(REPORT_STATES, 'State.'),
      intact: yesNo('The stored content has the hash that was signed.'),
      reproduced: yesNo('Counting anew gives the same.'),
      sha256: text('What was signed.'),
      counted: text('What comes out now.'),
      differs: listOf({ type: 'string' }, 'Figures and lists that come out otherwise.'),
    },
    {
      example: {
        id: 'report-2025-06',
        state: 'signed',
        intact: true,
        reproduced: true,
        sha256: HASH,
        counted: HASH,
        differs: [],
      },
    },
  ),
});
