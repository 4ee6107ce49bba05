import type { ApiClient } from './api-client';
import type { Ledger } from './ledger';
import type { Random } from './random';
import type { Tally } from './tally';

/** What a driver works with. */
export interface DriverParts {
  readonly api: ApiClient;
  readonly ledger: Ledger;
  readonly tally: Tally;
  readonly random: Random;
  /** Longest pause of a person between two commands, in milliseconds. */
  readonly thinkMs: number;
}
