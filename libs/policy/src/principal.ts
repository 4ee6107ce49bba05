import type { Day, Instant, Role } from '@lotse/domain';

/**
 * One role that somebody holds, and where. What is absent does not limit: a coordinator without `programme` coordinates all of
 * them. `company`, `university`, `municipality` and `funder` are held for an organisation, `candidate` for a person, `mentor` and
 * `assessor` under the reference id that facts name them by.
 */
export interface Grant {
  readonly role: Role;
  readonly programme?: string;
  readonly organisation?: string;
  readonly person?: string;
  /** Reference id of a mentor or assessor, as in `agree-placement.mentor` and `score.assessor`. */
  readonly reference?: string;
  /** A scoped link: this journey and nothing else. */
  readonly journey?: string;
  /** A scoped link: this one placement of it. */
  readonly placement?: string;
  /** Tasks beside the role that a person is named for: `complaints` receives and answers the confidential channel. */
  readonly duties?: readonly Duty[];
  /** First and last day on which it holds, both included. */
  readonly from?: Day;
  readonly to?: Day;
}

export type Duty = 'complaints';

/** How somebody came in. `shell` is the command line on the server itself, `system` a worker. */
export type Entrance = 'session' | 'token' | 'link' | 'shell' | 'system';

/** Somebody or something whose identity was proved, with what it holds at this moment. */
export interface Principal {
  /** Id of the account, also behind a token of it, or of the link: `submittedBy` of what it submits. */
  readonly id: string;
  readonly entrance: Entrance;
  readonly grants: readonly Grant[];
  /** Id of the session, token or link that was shown; for the record, never for a decision. */
  readonly credential?: string;
  /** A token may be narrower than its owner: actions it may take at all. Absent: everything its grants allow. */
  readonly scopes?: readonly string[];
  /** The command that a scoped link serves; it may give no other. */
  readonly onlyCommands?: readonly string[];
  /** Until when the last proof by a second factor counts for decisions that ask for one. */
  readonly provedUntil?: Instant;
  /** Emergency access that is open now: which journey, and until when. */
  readonly emergency?: { readonly journey: string; readonly until: Instant; readonly id: string };
}

/**
 * Which rows a principal can reach at all: what row-level security checks. Any match opens a row; what may be done with it, and
 * which of its fields are seen, is the policy table's to say.
 */
export type RowScope =
  | { readonly all: true }
  | {
      readonly all: false;
      readonly account: string;
      readonly programmes: readonly string[];
      readonly organisations: readonly string[];
      readonly persons: readonly string[];
      readonly references: readonly string[];
      readonly journeys: readonly string[];
    };

/**
 * Whoever holds the token of the data folder can read that folder, and with it the database and its master key: nothing could be
 * kept from them, so they administer and coordinate. Complaints stay closed even so: nobody reads them by habit.
 */
export const KEY_HOLDER: readonly Grant[] = [{ role: 'administrator' }, { role: 'coordinator' }];

/** Lotse itself: workers, migrations, the shell on the server. */
export const EVERYTHING: RowScope = { all: true };
