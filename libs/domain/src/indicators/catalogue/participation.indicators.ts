import type { Condition, Dimension, Expected, Indicator, RecordsRule } from '../indicator';
import type { Words } from '../../words';

const BY: readonly Dimension[] = ['gender', 'age-band', 'country', 'university', 'company', 'cohort'];
const SOURCE = 'Regulation (EU) 2021/1057, Annex I';

const fact = (moment: 'entry' | 'exit', where: Readonly<Record<string, Expected>> = {}): Condition => ({
  has: { kind: 'record-participation', where: { moment, ...where } },
});
const ENTRY = fact('entry');
const entryOf = (trait: Condition): Condition => ({ all: [ENTRY, trait] });
/** Member states (Treaty on European Union, Article 52), by ISO 3166-1. */
const UNION = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** Short name, German and English; the rest of the definition is the same for all. */
type Row = readonly [key: string, de: string, en: string, where: Condition, confirmed?: true];

/**
 * Common output indicators: the status at the first entry; re-entry keeps it, so a person has one record in the programme.
 * The numbers 05, 13 to 15 and 19 are confirmed on pages of the Commission, the others follow the order of the annex.
 */
const OUTPUTS: readonly Row[] = [
  ['EECO01', 'Teilnehmende insgesamt', 'Participants in total', ENTRY],
  [
    'EECO02',
    'Arbeitslose, auch Langzeitarbeitslose',
    'Unemployed, including long-term unemployed',
    fact('entry', { work: { in: ['unemployed', 'long-term-unemployed'] } }),
  ],
  ['EECO03', 'Langzeitarbeitslose', 'Long-term unemployed', fact('entry', { work: 'long-term-unemployed' })],
  ['EECO04', 'Nichterwerbstätige', 'Inactive', fact('entry', { work: 'inactive' })],
  [
    'EECO05',
    'Erwerbstätige, auch Selbständige',
    'Employed, including self-employed',
    fact('entry', { work: 'employed' }),
    true,
  ],
  ['EECO06', 'Unter 18-Jährige', 'Under 18 years of age', entryOf({ trait: 'age-band', in: ['0-17'] })],
  ['EECO07', '18- bis 29-Jährige', 'Aged 18 to 29', entryOf({ trait: 'age-band', in: ['18-29'] })],
  ['EECO08', 'Ab 55-Jährige', 'Aged 55 and over', entryOf({ trait: 'age-band', in: ['55+'] })],
  [
    'EECO09',
    'Bis Sekundarstufe I (ISCED 0–2)',
    'Lower secondary education or less (ISCED 0–2)',
    fact('entry', { education: 'isced-0-2' }),
  ],
  [
    'EECO10',
    'Sekundarstufe II, postsekundär (ISCED 3–4)',
    'Upper or post-secondary education (ISCED 3–4)',
    fact('entry', { education: 'isced-3-4' }),
  ],
  [
    'EECO11',
    'Tertiäre Bildung (ISCED 5–8)',
    'Tertiary education (ISCED 5–8)',
    fact('entry', { education: 'isced-5-8' }),
  ],
  [
    'EECO12',
    'Menschen mit Behinderung',
    'Participants with disabilities',
    fact('entry', { disability: true }),
  ],
  [
    'EECO13',
    'Drittstaatsangehörige',
    'Third-country nationals',
    entryOf({ trait: 'country', notIn: UNION }),
    true,
  ],
  [
    'EECO14',
    'Teilnehmende ausländischer Herkunft',
    'Participants with a foreign background',
    fact('entry', { foreignBackground: true }),
    true,
  ],
  ['EECO15', 'Angehörige von Minderheiten', 'Minorities', fact('entry', { minority: true }), true],
  ['EECO16', 'Wohnungslose', 'Homeless or affected by housing exclusion', fact('entry', { homeless: true })],
  ['EECO17', 'Aus ländlichen Gebieten', 'From rural areas', fact('entry', { rural: true })],
];

const SIZES: RecordsRule['organisation'] = { size: { in: ['micro', 'small', 'medium'] } };

/** Entities: organisations that take part, as the last word on them says. Number 19 is confirmed like 13 to 15. */
const ENTITIES = [
  [
    'EECO18',
    'Öffentliche Verwaltungen und Dienste',
    'Public administrations and services',
    { publicBody: true },
  ],
  ['EECO19', 'Kleinst-, kleine und mittlere Unternehmen', 'Micro, small and medium-sized enterprises', SIZES],
] as const;

const entity = ([key, de, en, organisation]: (typeof ENTITIES)[number]): Indicator => ({
  key,
  version: 1,
  section: 'participation',
  label: { de, en },
  definition: {
    de: `${de}: Organisationen, die zuletzt als Partner oder verbindlich beteiligt eingetragen sind.`,
    en: `${en}: organisations last entered as partner or committed.`,
  },
  time: 'state',
  rule: {
    records: 'engagement',
    day: 'on',
    lastOf: 'organisation',
    where: { status: { in: ['partner', 'committed'] } },
    organisation,
  },
  splits: [],
  evidence: 'letter of commitment',
  source: SOURCE,
  ...(key === 'EECO19' ? {} : { unverified: true as const }),
});

/** Common immediate result indicators: the result at the exit, which a later exit replaces. */
const last = (result: string): Condition => ({
  all: [
    ENTRY,
    {
      last: ['record-participation'],
      is: { kind: 'record-participation', where: { moment: 'exit', result } },
    },
  ],
});
const RESULTS: readonly Row[] = [
  [
    'EECR01',
    'Auf Arbeitsuche nach der Teilnahme',
    'Engaged in job searching upon leaving',
    last('job-search'),
  ],
  [
    'EECR02',
    'In Bildung oder Ausbildung nach der Teilnahme',
    'In education or training upon leaving',
    last('education'),
  ],
  ['EECR03', 'Qualifizierung erlangt', 'Gaining a qualification upon leaving', last('qualification')],
  ['EECR04', 'In Arbeit nach der Teilnahme', 'In employment upon leaving', last('work')],
  [
    'EECR05',
    'In Arbeit sechs Monate nach der Teilnahme',
    'In employment six months after leaving',
    { all: [ENTRY, { has: { kind: 'record-retention', where: { period: 'P6M', inGermany: true } } }] },
  ],
  [
    'EECR06',
    'Bessere Stellung am Arbeitsmarkt nach sechs Monaten',
    'In a better labour market position six months after leaving',
    { all: [ENTRY, { has: { kind: 'record-retention', where: { period: 'P6M', betterPosition: true } } }] },
  ],
];

const definition = (words: Words, moment: 'entry' | 'exit'): Words => ({
  de: `${words.de}: Personen mit vollständigem Eintrittsbogen, nach ihrem Stand ${moment === 'entry' ? 'beim ersten Eintritt' : 'beim letzten Austritt'}, jede Person einmal.`,
  en: `${words.en}: persons with a complete entry record, by their status at ${moment === 'entry' ? 'the first entry' : 'the last exit'}, each person once.`,
});

const indicator = ([key, de, en, where, confirmed]: Row, moment: 'entry' | 'exit'): Indicator => ({
  key,
  version: 1,
  section: 'participation',
  label: { de, en },
  definition: definition({ de, en }, moment),
  time: 'state',
  rule: { units: 'person', where },
  splits: BY,
  evidence: moment === 'entry' ? 'entry questionnaire' : 'exit questionnaire',
  source: SOURCE,
  ...(confirmed ? {} : { unverified: true as const }),
});

/** Participation as the European Social Fund Plus counts it (domain.md §4.2); age groups are the split by age band. */
export const PARTICIPATION_INDICATORS: readonly Indicator[] = [
  ...OUTPUTS.map((row) => indicator(row, 'entry')),
  ...ENTITIES.map(entity),
  ...RESULTS.map((row) => indicator(row, 'exit')),
];
