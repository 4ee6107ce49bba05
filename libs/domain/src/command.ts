import type { Day, Instant } from './day';
import type { JsonObject } from './json';
import type { Actor, Role } from './roles';

/**
 * One thing that somebody did in a journey, as it is handed in. `id` is its idempotency key: the same id and body is
 * answered as repeated, the same id with another body is refused (domain.md, rule 7).
 */
export interface Command {
  readonly id: string;
  readonly journey: string;
  readonly command: string;
  readonly happenedOn: Day;
  readonly by: Actor;
  readonly data: JsonObject;
  /** The journey's version the sender acted on; another present version refuses with `version-conflict` (rule 8). */
  readonly expectedVersion?: number;
  /** Only in an administrator's import (rule 10). */
  readonly recordedAt?: Instant;
}

/** One thing that stands in the way, who can change it and what would. */
export interface Unmet {
  /** Stable code such as `commitment-signed` or `field:data.month`. */
  readonly guard: string;
  readonly who: readonly Role[];
  readonly remedy: string;
}

/** Why nothing happened. Stable codes; statuses of HTTP are mapped at the HTTP border alone. */
export const REFUSAL_CODES = [
  'line-unreadable',
  'line-too-long',
  'unknown-type',
  'unknown-command',
  'fields-invalid',
  'actor-not-allowed',
  'reference-unknown',
  'journey-unknown',
  'journey-exists',
  'journey-on-hold',
  'journey-closed',
  'journey-void',
  'version-conflict',
  'id-clash',
  'day-not-allowed',
  'order-not-allowed',
  'guards-unmet',
  'not-correctable',
  'clock-not-open',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The answer that names every unmet guard and who can meet it. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly unmet: readonly Unmet[];
}
