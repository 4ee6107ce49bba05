import { Limit } from '../http/paging';

/** How many dead letters. */
export class DeadLettersQuery {
  @Limit('Most that are wanted.')
  readonly limit?: string;
}
