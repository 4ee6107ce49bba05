import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';

/** Rows that a page has at most: what a board shows at once. */
const MOST = 500;

/** Which page of which programme. */
export class CohortQuery {
  @ApiProperty({
    type: String,
    required: false,
    description: 'Only journeys of this programme.',
    example: 'kg-glass-2023',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly programme?: string;

  @ApiProperty({ type: String, required: false, description: '`next` of the page before.', example: 'j07' })
  @Optional()
  @Matches(ID, must('be the next of a page before'))
  readonly cursor?: string;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: MOST,
    default: MOST,
    required: false,
    description: 'Longest page wanted.',
    example: MOST,
  })
  @Optional()
  @Matches(/^([1-9]\d?|[1-4]\d\d|500)$/, must('be a whole number from 1 to 500'))
  readonly limit?: string;
}

export const cohortLimit = ({ limit }: CohortQuery): number => (limit === undefined ? MOST : Number(limit));
