import type { Day, Instant } from './day';
import type { JsonObject } from './json';
import type { Actor } from './roles';

/** Why a fact replaces another one (domain.md, rule 3). */
export interface Correction {
  /** Version of the fact that it supersedes. */
  readonly supersedes: number;
  /** True when the old fact is only taken out and nothing takes its place. */
  readonly struck: boolean;
  readonly reason?: string;
  readonly approvedBy?: string;
}

/** One immutable record of something that happened in a journey. Facts are appended, never changed. */
export interface Fact {
  readonly journey: string;
  /** Number within the journey, from 1, without gaps. */
  readonly version: number;
  /** Place in order within one day; a correction inherits that of the fact it supersedes, else it is the version. */
  readonly seq: number;
  /** The command's name; `clock-fired` for `fire-clock`. */
  readonly kind: string;
  readonly commandId: string;
  readonly happenedOn: Day;
  readonly recordedAt: Instant;
  /** Always our own clock, also when `recordedAt` came with an import. */
  readonly insertedAt: Instant;
  /** The day of `insertedAt` in the programme's time zone. */
  readonly insertedOn: Day;
  readonly by: Actor;
  /** Who sent it, beside who did it. */
  readonly submittedBy: string;
  readonly template: string;
  /** The dated law that decided it, where one did. */
  readonly rulePack?: string;
  /** True when the fact lies before the first pack and the first one decided. */
  readonly packAssumed?: boolean;
  readonly correction?: Correction;
  readonly data: JsonObject;
}
