import { IsInt, IsObject, IsString, Matches, Max, Min, MaxLength } from 'class-validator';
import type { JsonObject } from '@lotse/domain';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The envelope of one command. What `by` and `data` hold is checked by the domain's own fields, which import, bulk and OpenAPI
 * share. `recordedAt` belongs to imports alone (domain.md, rule 10).
 */
export class CommandRequest {
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly id?: string;

  @IsString(must('be the name of a command'))
  @MaxLength(64, must('be the name of a command'))
  readonly command!: string;

  @Matches(DAY, must('be a day, written YYYY-MM-DD'))
  readonly happenedOn!: string;

  @IsObject(must('be an object with role and, for university, company and mentor, organisation'))
  readonly by!: JsonObject;

  @IsObject(must('be an object with the fields of the command'))
  readonly data!: JsonObject;

  @Optional()
  @IsInt(must('be a whole number'))
  @Min(0, must('be 0 or more'))
  @Max(999_999_999, must('be less than 1000000000'))
  readonly expectedVersion?: number;
}
