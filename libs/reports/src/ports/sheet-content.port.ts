import type { Day, SheetScope } from '@lotse/domain';

/** What a programme says of itself, in one language. */
export interface ProgrammeWords {
  readonly name?: string;
  readonly region?: string;
  readonly goals?: readonly string[];
  readonly targetGroups?: readonly string[];
  readonly activities?: readonly string[];
  readonly successes?: readonly string[];
  readonly problem?: readonly string[];
}

export interface NamedOrganisation {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly address?: readonly string[];
}

/** Words of somebody who was interviewed; who it was is not told. */
export interface SheetQuote {
  readonly respondentKind: 'company' | 'student' | 'university';
  readonly on: Day;
  readonly text: string;
}

export interface SheetMaterial {
  readonly kind: string;
  readonly title: string;
  readonly on: Day;
}

/** Everything on a sheet that is no number, as it was known then. */
export interface SheetContent {
  readonly words: ProgrammeWords;
  /** For English readers; what is missing stands in `words`. */
  readonly english: ProgrammeWords;
  readonly from: Day;
  readonly to: Day;
  readonly timeZone: string;
  readonly website?: string;
  readonly carrier?: NamedOrganisation;
  readonly funders: readonly NamedOrganisation[];
  /** With an agreement in force on the day: universities, institutes, training campuses. */
  readonly bound: readonly NamedOrganisation[];
  /** Whose last engagement says partner. */
  readonly partners: readonly NamedOrganisation[];
  /** Regions of the partnerships in force. */
  readonly regions: readonly (readonly string[])[];
  /** Youngest first, at most as many as a sheet has room for. */
  readonly materials: readonly SheetMaterial[];
  /** A few of each kind, youngest first; words of the erased are gone. */
  readonly quotes: readonly SheetQuote[];
}

/** Implemented by libs/persistence. */
export interface SheetContentReader {
  /** @param what without quotes nobody's words are opened */
  content(scope: SheetScope, what: { readonly quotes: boolean }): Promise<SheetContent>;
}
