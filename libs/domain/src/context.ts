import type { Day, Instant } from './day';
import type { Fact } from './fact';
import type { JsonObject } from './json';
import type { Role } from './roles';
import type { Template } from './template/template';

/** A record line as last known: the body as imported, of which the domain reads what its guards need. */
export type RecordBody = JsonObject;

/** An agreed placement of the same person in another journey. */
export interface OtherPlacement {
  readonly from: Day;
  readonly to: Day;
  readonly hoursPerWeek: number;
  /** Known where the months of a route are counted over all stays. */
  readonly route?: string;
}

/** What a decision may look at beside the journey: loaded by `submit` in the command's own transaction. */
export interface Context {
  readonly template: Template;
  /** Today in the programme's time zone. */
  readonly today: Day;
  /** The stamp that accepted facts get. `recordedAt` is never older than the journey's last fact. */
  readonly stamp: {
    readonly recordedAt: Instant;
    readonly insertedAt: Instant;
    readonly insertedOn: Day;
    readonly submittedBy: string;
    /** True for an administrator's import: exempt from the back-dating limit, may name `recordedAt` (rule 10). */
    readonly imported: boolean;
  };
  /** Who approved the command, as far as approvals were given here; claimed ones are none. */
  readonly approvals?: readonly { readonly account: string; readonly role: Role }[];
  /** The template that `migrate-template` names; absent = unknown. */
  readonly targetTemplate?: Template;
  /** All facts of the journey by version; needed only when `needsHistory` says so. */
  readonly history?: readonly Fact[];
  /** Last versions of the records that the command or the journey names; absent = unknown id. */
  readonly programme?: RecordBody;
  readonly organisations: Readonly<Record<string, RecordBody>>;
  readonly agreement?: RecordBody;
  /** The person's birthday; loaded for `nominate` alone. */
  readonly bornOn?: Day;
  /** Another open journey of the person in the programme (rule 9); loaded for `nominate` and `reopen`. */
  readonly openJourney?: string;
  /** The person's last closed journey in the programme (rule 13); loaded for `nominate`. */
  readonly previousJourney?: string;
  /** Agreed, not cancelled, not ended placements of the person in other journeys (rule 9); for `agree-placement`. */
  readonly otherPlacements?: readonly OtherPlacement[];
  /** The calendar of the programme's place; Monday to Friday when absent. */
  readonly isWorkingDay?: (day: Day) => boolean;
  /** The locked report that contains a fact, by its id: such a fact is corrected or voided by two people alone (rule 5). */
  readonly locked?: (fact: Fact) => string | undefined;
  /** The journey that already holds the placement or contract id a command wants to create, if another one does. */
  readonly idTakenBy?: string;
}
