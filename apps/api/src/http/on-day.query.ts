import { ApiProperty } from '@nestjs/swagger';
import { IsDay } from './day.decorator';
import { Optional } from './optional.decorator';

/** On which day. */
export class OnDayQuery {
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
