import { Matches } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';

/** Where a record of a programme stands. */
export class RecordAddress {
  @Matches(ID, must(ID_WORDS))
  readonly programme!: string;

  @Matches(ID, must(ID_WORDS))
  readonly id!: string;
}
