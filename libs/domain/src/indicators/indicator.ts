import type { Json } from '../json';
import type { Words } from '../words';

/** What a field of a fact must be: a value, one of several, or a number within bounds. */
export type Expected =
  | Exclude<Json, object>
  | { readonly in: readonly Exclude<Json, object>[] }
  | { readonly atLeast: number }
  | { readonly atMost: number };

/** Facts of one or several kinds, whose clear data say what `where` asks for; `role` is that of who did it. */
export interface Pattern {
  readonly kind: string | readonly string[];
  readonly where?: Readonly<Record<string, Expected>>;
}

/** Facts that belong to one object of a journey are looked at together. */
export type Grouping = 'placement' | 'contract' | 'stay' | 'procedure' | 'cost' | 'complaint' | 'exam';

/** The last number that facts of these kinds carry in a field. */
export interface LastNumber {
  readonly field: string;
  readonly of: readonly string[];
}

/** What of a person's record stands in clear, so that it can be counted and outlives an erasure; `unknown` where it is not known. */
export const TRAITS = ['gender', 'age-band', 'country'] as const;
export type Trait = (typeof TRAITS)[number];
export type Traits = Readonly<Record<Trait, string>>;

/**
 * What must be true of the facts of a subject, in the order of their days (and of acceptance within one day). It is judged for
 * every day on the facts that had happened by then.
 */
export type Condition =
  /** What the person's record says in clear (see `Traits`); `in` and `notIn` list values of it. */
  | { readonly trait: Trait; readonly in: readonly string[] }
  | { readonly trait: Trait; readonly notIn: readonly string[] }
  /** Such a fact is there. */
  | { readonly has: Pattern }
  /** The last fact of these kinds is such a one. */
  | { readonly last: readonly string[]; readonly is: Pattern }
  /** The facts of at least one object make it true. */
  | { readonly some: Grouping; readonly that: Condition }
  /** The first `to` after the first `from` came, within that duration if one is given (calendar days, both ends included). */
  | { readonly within: { readonly from: Pattern; readonly to: Pattern; readonly duration?: string } }
  /** The one number is not smaller than the other; both are there. */
  | { readonly atLeast: readonly [LastNumber, LastNumber] }
  /** The candidate withdrew after the first of these facts, at a moment when `unless` was not yet true (domain.md, rule 12). */
  | { readonly withdrawn: { readonly unless: Condition } }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** What is counted. Persons are counted once, whatever their journeys; objects by journey and id. */
export type ConditionUnit = 'person' | 'company' | 'site' | Grouping | 'fact' | 'person-month';
export type Unit = ConditionUnit | 'placement-month' | 'due';

export const DIMENSIONS = [
  'university',
  'company',
  'site',
  'gender',
  'age-band',
  'country',
  'cohort',
  'stage',
] as const;
/** By what a figure can be split. Whoever is not known there is shown as `unknown`, so that splits sum to the total. */
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * How an indicator counts. A new one is new data; nothing else is written.
 * - `sheet`: as the figure of that key on the project sheet (records beside journeys).
 * - `records`: records beside journeys of that type whose day has come, or the product of some of their numbers, summed.
 * - `units`: distinct units of which the condition holds; for `placement`, `contract` … the condition looks at each object's facts.
 *   With `lasting` only those of which it has held for more than so many days.
 * - `month`: what the last confirmation of each month of a placement says, or what follows from it; nothing while it is contested.
 * - `due`: days of a schedule that have come; with `met` those of them that such a fact met, at most a week before or after.
 * - `sum`: a clear number of such facts, each unit's last one.
 * - `ratio`: one indicator in per cent of another, both counted at the same moment.
 * - `days`: calendar days of each person from the first `from` to the first `to` after it; median and P90. Whoever has not got there
 *   is an open case and shown as such (censored), never as zero.
 */
export type Rule =
  | { readonly sheet: string }
  | RecordsRule
  | { readonly units: ConditionUnit; readonly where: Condition; readonly lasting?: number }
  | { readonly units: 'placement-month'; readonly month: MonthMeasure }
  | { readonly units: 'due'; readonly due: readonly Schedule[]; readonly met?: Pattern }
  | { readonly sum: string; readonly of: Pattern; readonly units: Unit }
  | { readonly ratio: { readonly of: string; readonly to: string } }
  | { readonly days: { readonly from: Pattern; readonly to: Pattern } };

/**
 * Of a confirmed month: a number that it carries, days of absence of a kind, or hours. Planned hours are those of the placement's week
 * for every seven days of the month, worked ones the part of them that worked days are of planned days.
 */
export type MonthMeasure =
  { readonly field: string } | { readonly absent: string } | { readonly hours: 'worked' | 'planned' };

/** Days on which something is due: so long after a fact, and again and again until the placement's last day or the journey's end. */
export interface Schedule {
  readonly from: Pattern;
  readonly after: readonly string[];
  readonly every?: string;
}

/**
 * Which records count, from which day on, and how much; `onTime`: only those whose first day is not after their second; `lastOf`: of
 * those with the same value only the one of the youngest day; `organisation`: what the organisation that they name says of itself.
 */
export interface RecordsRule {
  readonly records: CountedRecord;
  readonly where?: Readonly<Record<string, Expected>>;
  readonly lastOf?: string;
  readonly organisation?: Readonly<Record<string, Expected>>;
  readonly day: string;
  readonly amount?: readonly string[];
  readonly onTime?: readonly [done: string, due: string];
}

/** Types of records that such rules count. */
export type CountedRecord = 'event' | 'agreement' | 'measure' | 'engagement';

export const INDICATOR_SECTIONS = {
  sheet: { de: 'Projektsteckbrief', en: 'Project sheet' },
  participation: { de: 'Teilnahme (ESF+)', en: 'Participation (ESF+)' },
  process: { de: 'Verlauf', en: 'Process' },
  internship: { de: 'Praktikum', en: 'Internship' },
  language: { de: 'Sprache', en: 'Language' },
  title: { de: 'Aufenthalt und Anerkennung', en: 'Titles and recognition' },
  employment: { de: 'Beschäftigung und Verbleib', en: 'Employment and retention' },
  fairness: { de: 'Faire Anwerbung', en: 'Fair recruitment' },
  integration: { de: 'Integration', en: 'Integration' },
  network: { de: 'Netzwerk und Arbeitsplan', en: 'Network and work plan' },
} as const satisfies Record<string, Words>;

/** A defined count, as versioned data: a published version never changes, a change is a new version beside the old one. */
export interface Indicator {
  /** Unique, as in `GET /indicators/{key}`. */
  readonly key: string;
  readonly version: number;
  readonly section: keyof typeof INDICATOR_SECTIONS;
  readonly label: Words;
  /** One sentence that says what is counted. */
  readonly definition: Words;
  /** `state`: how many there are on a day. `flow`: how many happened within a period, else up to a day. */
  readonly time: 'state' | 'flow';
  readonly rule: Rule;
  readonly splits: readonly Dimension[];
  /** What proves one unit. */
  readonly evidence: string;
  /** Where the definition comes from: seed, regulation, guidance. */
  readonly source: string;
  /** True where the source's numbering or wording still needs confirmation. */
  readonly unverified?: true;
}
