import type { FigureCatalogue, FigureChange, KnownFact, TraitsFrom } from '@lotse/domain';
import type { SealedPerson } from './sealed-person';

/** A person in a programme: whose figures are kept together. */
export interface FigureOwner {
  readonly programme: string;
  readonly person: string;
}

/** What figures look at of one person in one programme. */
export interface CountedRows extends FigureOwner {
  /** Facts of the asked kinds of every journey that is the person's. */
  readonly facts: readonly KnownFact[];
  /** What the kept rows were made by; absent where none were ever made. */
  readonly shape?: string;
  readonly traits: readonly TraitsFrom[];
}

/** Rows to be added for one person. */
export interface FigureWrite extends FigureOwner {
  readonly changes: readonly FigureChange[];
  /** What is kept in clear from now on, all of it, and by what the rows are made; absent where both stay. */
  readonly kept?: { readonly shape: string; readonly traits: readonly TraitsFrom[] };
}

/** What the transactions of journeys and of records see and write of figures. */
export interface FigureTransaction {
  /**
   * Waits for others who add rows of the person, then reads. Nothing but writing may follow that waits for somebody else.
   * @param kinds of fact
   */
  counted(owner: FigureOwner, kinds: readonly string[]): Promise<CountedRows>;
  /** The same, also of journeys that were the person's until a merger. */
  everCounted(owner: FigureOwner, kinds: readonly string[]): Promise<CountedRows>;
  /** The newest version of the person's record. */
  sealedPerson(person: string): Promise<SealedPerson | undefined>;
  writeFigures(writes: readonly FigureWrite[]): Promise<void>;
}

export interface FigureBookTransaction extends FigureTransaction {
  /** The rows kept of a person, added up by what they are added to. */
  kept(owner: FigureOwner): Promise<readonly FigureChange[]>;
}

export interface OwnerFilter {
  readonly programme?: string;
  /** Only those whose rows were made by another catalogue. */
  readonly notOfShape?: string;
  readonly after?: FigureOwner;
  readonly limit: number;
}

/** The rows that figures are made of, for filling, comparing and rebuilding. */
export interface FigureBook {
  /** Ordered by person and programme. */
  owners(filter: OwnerFilter): Promise<readonly FigureOwner[]>;
  /** Kept when `work` resolves. */
  transact<T>(work: (transaction: FigureBookTransaction) => Promise<T>): Promise<T>;
  /**
   * Adds new rows to the months and says where their persons are; leaves it for later when others write for long. Answers how many programmes were folded.
   */
  fold(catalogue: Pick<FigureCatalogue, 'shared' | 'whereabouts'>): Promise<number>;
  /** Notes for each programme that everybody's rows are made by this catalogue, once that is so. */
  settle(shape: string): Promise<void>;
}
