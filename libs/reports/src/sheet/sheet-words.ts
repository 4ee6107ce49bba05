import type { QUALIFIERS } from '@lotse/domain';
import type { SheetLanguage, SheetLock } from './sheet-document';

interface SheetWords {
  readonly titles: { readonly project: string; readonly alliance: string };
  readonly headings: Readonly<Record<SheetHeading, string>>;
  readonly locks: Readonly<Record<SheetLock['state'], string>>;
  readonly columns: {
    readonly figure: string;
    readonly value: string;
    readonly target: string;
    readonly asOf: string;
    readonly lock: string;
  };
  readonly asOf: string;
  readonly knownAt: string;
  readonly lock: string;
  readonly report: string;
  readonly website: string;
  readonly nothing: string;
  readonly suppressed: string;
  readonly computed: string;
  readonly quotesHidden: string;
  readonly respondents: Readonly<Record<'company' | 'student' | 'university', string>>;
  readonly universities: string;
  readonly to: string;
  readonly by: string;
  readonly baseline: string;
  /** How exact a target is meant, before its value. */
  readonly qualifiers: Readonly<Record<(typeof QUALIFIERS)[number], string>>;
}

export type SheetHeading =
  | 'goals'
  | 'targetGroups'
  | 'activities'
  | 'results'
  | 'participants'
  | 'figures'
  | 'lasting'
  | 'materials'
  | 'feedback'
  | 'partners'
  | 'runtime'
  | 'carrier'
  | 'problem'
  | 'implementation'
  | 'successes'
  | 'supportedBy'
  | 'further';

/** Everything that a sheet says by itself; headings as on the printed sheet and on the alliance's page. */
export const SHEET_WORDS: Readonly<Record<SheetLanguage, SheetWords>> = {
  de: {
    titles: { project: 'Projektsteckbrief', alliance: 'Projektvorstellung' },
    headings: {
      goals: 'Ziele',
      targetGroups: 'Zielgruppen',
      activities: 'Inhalte/Aktivitäten',
      results: 'Ergebnisse',
      participants: 'Teilnehmende',
      figures: 'Projektergebnisse in Zahlen',
      lasting: 'Nachhaltige Projekterfolge',
      materials: 'Entwickelte Materialien',
      feedback: 'Feedback',
      partners: 'Kooperationspartner',
      runtime: 'Projektlaufzeit',
      carrier: 'Projektträger',
      problem: 'Problem',
      implementation: 'Umsetzung',
      successes: 'Erfolge',
      supportedBy: 'Unterstützt von',
      further: 'Weitere Kennzahlen mit Ziel',
    },
    locks: {
      none: 'nicht festgeschrieben',
      proposed: 'zur Unterschrift vorgelegt',
      signed: 'festgeschrieben',
      withdrawn: 'zurückgezogen',
    },
    columns: { figure: 'Kennzahl', value: 'Wert', target: 'Ziel', asOf: 'Stand', lock: 'Status' },
    asOf: 'Stand',
    knownAt: 'Kenntnisstand',
    lock: 'Status der Zahlen',
    report: 'Bericht',
    website: 'Webseite',
    nothing: 'Nicht eingetragen.',
    suppressed: 'unterdrückt',
    computed:
      'Jede Zahl ist aus den aufgezeichneten Vorgängen errechnet, gezählt bis zum Stand und nach dem Kenntnisstand.',
    quotesHidden: 'Zitate stehen nur auf dem Steckbrief für Personen mit Zugang zu den Interviews.',
    respondents: { company: 'Unternehmen', student: 'Studierende', university: 'Universität' },
    universities: 'Universitäten',
    to: 'bis',
    by: 'bis',
    baseline: 'Ausgangswert',
    qualifiers: {
      about: 'ca.',
      'at-least': 'mindestens',
      'at-most': 'höchstens',
      'more-than': 'mehr als',
      first: 'erste',
    },
  },
  en: {
    titles: { project: 'Project sheet', alliance: 'Project profile' },
    headings: {
      goals: 'Goals',
      targetGroups: 'Target groups',
      activities: 'Activities',
      results: 'Results',
      participants: 'Participants',
      figures: 'Results in figures',
      lasting: 'Lasting success',
      materials: 'Materials developed',
      feedback: 'Feedback',
      partners: 'Cooperation partners',
      runtime: 'Runtime',
      carrier: 'Project carrier',
      problem: 'Problem',
      implementation: 'Implementation',
      successes: 'Successes',
      supportedBy: 'Supported by',
      further: 'Further figures with a target',
    },
    locks: {
      none: 'not locked',
      proposed: 'proposed for signature',
      signed: 'locked',
      withdrawn: 'withdrawn',
    },
    columns: { figure: 'Figure', value: 'Value', target: 'Target', asOf: 'As of', lock: 'State' },
    asOf: 'As of',
    knownAt: 'Known at',
    lock: 'State of the figures',
    report: 'Report',
    website: 'Website',
    nothing: 'Not entered.',
    suppressed: 'suppressed',
    computed:
      'Every number is computed from recorded facts, counted up to the day and as known at the instant named.',
    quotesHidden: 'Quotes stand only on the sheet of those who have access to the interviews.',
    respondents: { company: 'Company', student: 'Students', university: 'University' },
    universities: 'Universities',
    to: 'to',
    by: 'by',
    baseline: 'baseline',
    qualifiers: {
      about: 'about',
      'at-least': 'at least',
      'at-most': 'at most',
      'more-than': 'more than',
      first: 'first',
    },
  },
};
