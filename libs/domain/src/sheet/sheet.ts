import type { Day, Instant, Month } from '../day';
import type { FigureKey, ListedFigure } from './figures';

/** The project sheet on one day, every key on every sheet. Counted from facts; see `FIGURES` for each definition. */
export interface Sheet {
  readonly asOf: Day;
  readonly students: number;
  readonly companies: number;
  readonly sites: number;
  readonly universities: number;
  readonly institutes: number;
  readonly trainingCampuses: number;
  readonly commitmentsSigned: number;
  readonly contractsPrepared: number;
  readonly recommended: number;
  readonly recommendedAndContractPrepared: number;
  /** Exact, in lowest terms: `"75"` or `"50687/506"`. */
  readonly workMonths: string;
  readonly delegationTrips: number;
  readonly workingDaysAbroad: number;
  readonly companiesIntendingTakeover: number;
  readonly companiesCommitted: number;
  readonly companiesInterested: number;
  readonly regionalPartnerships: number;
  readonly interviews: { readonly company: number; readonly student: number; readonly university: number };
  readonly runtimeDays: number;
  /** Organisation ids by kind; all universities together are the one entry `universities`. */
  readonly partners: Readonly<Record<string, readonly string[]>>;
  /** How many of each kind. */
  readonly materials: Readonly<Record<string, number>>;
  /** Ids behind the person and company sets, ascending. */
  readonly units: Readonly<Record<ListedFigure, readonly string[]>>;
}

/** Which sheet. `asOf` defaults to today in the programme's zone, `knownAt` (a day = its end there, or an instant) to now. */
export interface SheetQuery {
  /** May be left out while there is exactly one programme. */
  readonly programme?: string;
  readonly asOf?: Day;
  readonly knownAt?: string;
}

/** What a query came down to: `knownAt` is the instant up to which recorded facts were counted. */
export interface SheetScope {
  readonly programme: string;
  readonly asOf: Day;
  readonly knownAt: Instant;
}

/** A fact or record that a unit rests on. */
export type Evidence =
  | {
      readonly source: 'fact';
      readonly kind: string;
      readonly journey: string;
      readonly version: number;
      readonly person: string;
      readonly command: string;
      readonly happenedOn: Day;
      readonly recordedAt: Instant;
      /** Reference of the file or form; absent where the command itself is the record. */
      readonly evidence?: string;
      readonly placement?: string;
      readonly contract?: string;
      readonly month?: Month;
      readonly workedDays?: number;
      readonly plannedDays?: number;
    }
  | {
      readonly source: 'record';
      /** Type of the line, such as `trip` or `agreement`. */
      readonly kind: string;
      readonly id: string;
      readonly version: number;
      readonly organisation?: string;
      readonly recordedAt: Instant;
      readonly evidence?: string;
    };

/** One unit of a figure: a person, a company, `person/month`, `respondent/round`, a date, an id. */
export interface FigureUnit {
  readonly unit: string;
  /** The kind it is listed under, for partners and materials. */
  readonly group?: string;
  /** For months the exact share that counts, for the runtime the days; every other unit counts one. */
  readonly amount?: string;
  readonly evidence: readonly Evidence[];
}

/** The units behind one figure; `value` is what the sheet shows, exact. */
export interface FigureUnits extends SheetScope {
  readonly figure: FigureKey;
  readonly value: string;
  readonly units: readonly FigureUnit[];
}

/** Why there is no sheet. `message` says what would help and holds ids only. */
export interface SheetProblem {
  readonly code:
    | 'programme-unknown'
    | 'programme-missing'
    | 'programme-ambiguous'
    | 'figure-unknown'
    | 'as-of-invalid'
    | 'known-at-invalid';
  readonly message: string;
}

export type SheetAnswer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: SheetProblem };

/** Read model of the sheet: what API, CLI and demo ask. */
export interface SheetReader {
  /** The programme named, or the only one there is. */
  resolveProgramme(programme?: string): Promise<SheetAnswer<string>>;
  sheet(query: SheetQuery): Promise<SheetAnswer<SheetScope & { readonly sheet: Sheet }>>;
  /** The units behind a figure, each with the facts and evidence it rests on. */
  units(query: SheetQuery & { readonly figure: string }): Promise<SheetAnswer<FigureUnits>>;
}
