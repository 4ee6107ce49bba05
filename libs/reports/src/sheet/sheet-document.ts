import type { Day, Instant } from '@lotse/domain';

export const SHEET_LANGUAGES = ['de', 'en'] as const;
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number];

/** `project`: the Projektsteckbrief; `alliance`: the form in which the skilled-worker alliance presents projects. */
export const SHEET_FORMS = ['project', 'alliance'] as const;
export type SheetForm = (typeof SHEET_FORMS)[number];

/** Whether the numbers are those of a report that two people signed. */
export interface SheetLock {
  readonly state: 'none' | 'proposed' | 'signed' | 'withdrawn';
  /** Id and digest of the report, where there is one. */
  readonly report?: string;
  readonly sha256?: string;
}

/** Text in a language of its own where it is not that of the sheet, so that it is read aloud rightly. */
export interface SheetText {
  readonly text: string;
  readonly language?: string;
}

/** What a number is to reach, as it was set, and where it started from. */
export interface SheetTarget {
  /** For people, in the sheet's language: value, qualifier, day. */
  readonly shown: string;
  readonly value: string;
  readonly on: Day;
  readonly qualifier?: string;
  readonly baseline?: { readonly value: string; readonly on?: Day };
}

/** A computed number with everything that says how far it holds. */
export interface SheetNumber {
  readonly figure: string;
  readonly label: string;
  /** For people, in the sheet's language; says so where it is suppressed. */
  readonly shown: string;
  /** Exact, in lowest terms; null where it is suppressed. */
  readonly exact: string | null;
  readonly state: 'counted' | 'suppressed';
  readonly asOf: Day;
  readonly knownAt: Instant;
  readonly lock: SheetLock['state'];
  readonly target?: SheetTarget;
}

export interface SheetSection {
  readonly heading: string;
  /** 2 for a heading of the sheet, 3 for one below it. */
  readonly level: 2 | 3;
  readonly texts: readonly SheetText[];
  readonly numbers: readonly SheetNumber[];
  readonly items: readonly SheetText[];
  readonly quotes: readonly (SheetText & { readonly by: string })[];
}

/** A sheet as data, whole: what it looks like is the writer's. */
export interface SheetDocument {
  readonly form: SheetForm;
  readonly language: SheetLanguage;
  readonly programme: string;
  readonly title: string;
  readonly subtitle: SheetText;
  readonly asOf: Day;
  readonly knownAt: Instant;
  readonly lock: SheetLock;
  /** Days, knowledge and lock state in words, as label and value. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly sections: readonly SheetSection[];
  readonly notes: readonly string[];
  /** Headings of the columns of numbers. */
  readonly columns: {
    readonly figure: string;
    readonly value: string;
    readonly target: string;
    readonly asOf: string;
    readonly lock: string;
  };
  /** How each state of a lock is told. */
  readonly lockWords: Readonly<Record<SheetLock['state'], string>>;
}

/** Implemented by libs/integrations/typst and libs/integrations/xlsx. */
export interface SheetWriter {
  /** The bytes of a file. Text of the document is data there, never code or a formula. */
  write(document: SheetDocument): Promise<Buffer>;
}
