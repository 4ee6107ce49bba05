import type { Day, JourneyState, JsonObject, Role } from '@lotse/domain';
import type { InboxSight, Reach } from '@lotse/policy';
import type { SealedPerson } from './sealed-person';

export interface CohortQuery {
  /** Only journeys that the asker reaches; absent: all. */
  readonly reach?: Reach;
  /** What the asker's tasks are cut to. */
  readonly sight: InboxSight;
  readonly programme?: string;
  /** The day that tasks are late after. */
  readonly today: Day;
  /** Only journeys whose id comes after this one. */
  readonly after?: string;
  readonly limit: number;
}

/** A task as far as a line of a list needs it. */
export interface CohortTask {
  readonly key: string;
  readonly kind: string;
  readonly who: Role;
  readonly text: string;
  readonly blocks?: string;
  readonly dueOn?: Day;
  readonly overdue: boolean;
}

/** A journey with its person, still sealed, and what is to be done in it, earliest due first. */
export interface StoredCohortRow {
  readonly state: JourneyState;
  readonly person?: SealedPerson;
  readonly tasks: readonly CohortTask[];
}

export interface DirectoryRow {
  readonly type: 'programme' | 'organisation' | 'agreement';
  readonly id: string;
  readonly body: JsonObject;
}

/** Which names are asked for. */
export interface DirectoryQuery {
  /** Also organisations that take part in none of the programmes and journeys of the scope. */
  readonly whole: boolean;
  /** Organisations that the asker acts for. */
  readonly own: readonly string[];
}

/** Read model of many journeys at a glance. */
export interface CohortStore {
  /** Ordered by id. */
  page(query: CohortQuery): Promise<StoredCohortRow[]>;
  /** Newest version of each programme and organisation in the scope, and of the agreements with the own organisations. */
  directory(query: DirectoryQuery): Promise<DirectoryRow[]>;
}
