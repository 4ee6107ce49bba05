import type { Day, Fact, Instant, JourneyState, JsonObject, Role, Sheet } from '@lotse/domain';
import type { Reach } from '@lotse/policy';
import type { CountedRows, FigureTransaction, FigureWrite } from './figure-book.port';
import type { Reminder } from './outbox-store.port';
import type {
  BusyTime,
  ListedChange,
  PlacementRow,
  Projection,
  StoredJourney,
  TasksHold,
} from './projection-store.port';
import type { RecordWrite } from './record-store.port';
import type { SealedPerson } from './sealed-person';
import type { TemplateStore } from './template-store.port';

/** What one command needs to see, by id; absent = not asked for. */
export interface LookUp {
  readonly commandId: string;
  readonly journeyId: string;
  /** Named by `nominate`; otherwise the journey's own are read. */
  readonly programme?: string;
  readonly person?: string;
  readonly agreement?: string;
  /** Beside those of the journey, which are always read. */
  readonly organisations: readonly string[];
  readonly placement?: string;
  readonly contract?: string;
  /** True where a rule spans the person's journeys (domain.md, rule 9): their state is read too. */
  readonly spansPerson: boolean;
  /** True when the person's record is needed. */
  readonly needsPerson: boolean;
}

export interface AcceptedCommand {
  readonly bodyHash: string;
  readonly version: number;
}

/** What the database holds on a command's ids, as of now. */
export interface Found {
  /** The accepted command of this id, in whatever journey. */
  readonly command?: AcceptedCommand;
  readonly journey?: {
    readonly snapshot: JourneyState;
    readonly lastRecordedAt: Instant;
    /** Absent when a record has changed since, or an older release derived the tasks. */
    readonly tasksHold?: TasksHold;
  };
  /** Key of the journey's person; before the nomination of the person that the command names. */
  readonly wrappedKey?: Buffer;
  /** The record of the person that the command names, else of the journey's. */
  readonly person?: SealedPerson;
  readonly programme?: JsonObject;
  readonly organisations: Readonly<Record<string, JsonObject>>;
  readonly agreement?: JsonObject;
  readonly openJourney?: string;
  readonly previousJourney?: string;
  readonly otherPlacements: readonly BusyTime[];
  readonly idTakenBy?: string;
  /** The journey's id is that of a journey outside the scope of whoever asks: nothing else of it is found. */
  readonly journeyTaken?: true;
}

/** A fact as stored: its free text apart and sealed. `data` holds the clear fields alone and no correction's reason stands in clear. */
export interface StoredFact {
  readonly fact: Fact;
  readonly secret?: Buffer;
  /** Whose key seals it: the journey's person as it was then. */
  readonly person: string;
  /** That key; absent when it was destroyed. */
  readonly wrappedKey?: Buffer;
}

/** Everything that one accepted command changes; written in one statement. */
export interface JourneyWrite {
  readonly commandId: string;
  readonly bodyHash: string;
  /** The bulk action it came with. */
  readonly batch?: string;
  readonly facts: readonly StoredFact[];
  readonly before: JourneyState;
  readonly after: JourneyState;
  readonly phase: string;
  readonly lastRecordedAt: Instant;
  readonly companies: readonly string[];
  /** Reference ids of assessors and mentors. */
  readonly assigned: readonly string[];
  /** The audit's entry for it, as canonical text. */
  readonly audit: string;
  readonly newPlacements: readonly PlacementRow[];
  readonly newContracts: readonly string[];
  /** Whom the clocks that fire concern. */
  readonly reminders: readonly Reminder[];
  /** Roles that are not to be told any more of what waits for them, but for these clocks of law. */
  readonly silenced: { readonly roles: readonly Role[]; readonly spared: readonly string[] };
  readonly tasksHold: TasksHold;
  /** All rows; absent when only clocks and tasks change, or nothing. */
  readonly projection?: Projection;
  /** What changes of clocks and tasks; absent beside a projection. */
  readonly listed?: ListedChange;
}

/** What a signed report is counted from: facts of these kinds that had happened and been recorded by then. */
export interface SignedReport {
  readonly id: string;
  readonly asOf: Day;
  readonly knownAt: Instant;
  readonly kinds: readonly string[];
}

/** One command's transaction. */
export interface JourneyTransaction extends FigureTransaction {
  /** Templates as this transaction sees them. */
  readonly templates: Pick<TemplateStore, 'get'>;
  /**
   * Enters somebody's first record, unless it is there. `other`: the id is that of another record. `clash`: as of `write`.
   */
  enterPerson(record: RecordWrite): Promise<'entered' | 'known' | 'other' | 'clash'>;
  /** Waits for every other command on the person that `lookUp` names or its journey belongs to. Before the journey is locked. */
  lockPerson(lookUp: LookUp): Promise<void>;
  /** Locks the journey and reads what the command needs. What lies outside the journey's row is as of the call's beginning, so it may miss what was committed while it waited for the lock. */
  find(lookUp: LookUp): Promise<Found>;
  /** As `find`, with what figures look at of the journey's person, else of the person that is named: read after the lock was got. */
  findCounted(
    lookUp: LookUp,
    kinds: readonly string[],
  ): Promise<{ readonly found: Found; readonly counted: CountedRows }>;
  findCommand(id: string): Promise<AcceptedCommand | undefined>;
  /** All facts of a journey by version. */
  facts(journeyId: string): Promise<StoredFact[]>;
  /** Signed reports of a programme: their facts are corrected by two people (domain.md, rule 5). */
  signedReports(programme: string): Promise<readonly SignedReport[]>;
  /** The sheet of today as this transaction sees it, `at` being now; undefined when there is no such programme. */
  sheet(programme: string, at: Date): Promise<Sheet | undefined>;
  /** Writes anew what is folded from the journey's facts; the journey was locked by `find`. */
  rebuild(journeyId: string, stored: StoredJourney): Promise<void>;
  /** `clash`: another transaction took an id, or the person's open journey, first. Then only rolling back is left. */
  write(write: JourneyWrite): Promise<'written' | 'clash'>;
  /** As `write`, and commits with it: nothing follows in this transaction. After a clash everything is undone. */
  conclude(write: JourneyWrite, figures: readonly FigureWrite[]): Promise<'written' | 'clash'>;
}

export interface JourneyFilter {
  /** Only journeys that the asker reaches; absent: all. */
  readonly reach?: Reach;
  readonly programme?: string;
  readonly stage?: string;
  readonly status?: string;
  /** With a placement or contract at this company, and shown to it. */
  readonly company?: string;
  /** With any placement or contract at this company, also where the candidate is not shown to it any more: to act on, not to show. */
  readonly involves?: string;
  readonly person?: string;
  /** With a snapshot of an older form than this one. */
  readonly shapeBefore?: number;
  /** Only journeys whose id comes after this one. */
  readonly after?: string;
  readonly limit: number;
}

/** A journey at a glance: ids and codes only. */
export interface JourneyRow {
  readonly id: string;
  readonly programme: string;
  readonly template: string;
  readonly stage: string;
  readonly phase: string;
  readonly status: string;
  readonly version: number;
}

export interface StoredJourneyRow extends JourneyRow {
  /** A clock of it runs. */
  readonly clocked: boolean;
}

/** Journeys and their facts. */
export interface JourneyStore {
  /** Runs `work` in one transaction, which is kept when its answer says so and rolled back otherwise. */
  transact<T extends { readonly keep: boolean }>(
    work: (transaction: JourneyTransaction) => Promise<T>,
  ): Promise<T>;
  /** As `find` of a transaction, without a lock. */
  look(lookUp: LookUp): Promise<Found>;
  /** All facts of a journey by version; none when there is no such journey. */
  facts(journeyId: string): Promise<StoredFact[]>;
  /** Accepted commands of a bulk action by journey, the youngest first. */
  batch(
    batch: string,
  ): AsyncIterable<{ readonly id: string; readonly journey: string; readonly version: number }>;
  /** The journey's snapshot alone, for who it concerns; undefined when there is no such journey. */
  snapshot(journeyId: string): Promise<JourneyState | undefined>;
  /** Whose journeys in the asker's scope began at a university, each once and as last recorded. */
  personsFrom(university: string): Promise<readonly SealedPerson[]>;
  /** Ordered by id. */
  list(filter: JourneyFilter): Promise<StoredJourneyRow[]>;
}
