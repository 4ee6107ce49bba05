import { ApiProperty } from '@nestjs/swagger';
import { IsDay } from '../http/day.decorator';
import { Optional } from '../http/optional.decorator';

/** On which day. */
export class RulesQuery {
  @ApiProperty({
    type: String,
    required: false,
    description: 'The day; today unless given.',
    example: '2026-03-01',
  })
  @Optional()
  @IsDay()
  readonly on?: string;
}
