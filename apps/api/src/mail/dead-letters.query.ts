import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { DEFAULT_LIMIT, LIMIT, LIMIT_WORDS } from '../http/limit';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';

/** How many dead letters. */
export class DeadLettersQuery {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: 200,
    default: DEFAULT_LIMIT,
    required: false,
    description: 'Most that are wanted.',
    example: DEFAULT_LIMIT,
  })
  @Optional()
  @Matches(LIMIT, must(LIMIT_WORDS))
  readonly limit?: string;
}
