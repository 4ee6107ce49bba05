import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsDay } from '../http/day.decorator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';

/** Whose deputies, or for whom a deputy acts: one of the two. */
export class DeputiesQuery {
  @ApiProperty({
    type: String,
    required: false,
    description: 'Who stands in for this account. Give account or deputy.',
    example: 'anna',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly account?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'For whom this account stands in. Give account or deputy.',
    example: 'bert',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly deputy?: string;

  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    description: 'Day; today when left out.',
    example: '2024-02-05',
  })
  @Optional()
  @IsDay()
  readonly on?: string;
}
