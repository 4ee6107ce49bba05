import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsDay } from '../http/day.decorator';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { ProgrammeQuery } from '../http/programme.query';

/** What something is taken of: a programme as of a day, with the knowledge of a moment. */
export class MomentRequest extends ProgrammeQuery {
  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    description: 'Day up to which facts count; today when left out.',
    example: '2025-06-30',
  })
  @Optional()
  @IsDay()
  readonly asOf?: string;

  @ApiProperty({
    type: String,
    required: false,
    description:
      'Count only what was recorded by then: a day (its end) or an RFC 3339 instant; now when left out.',
    example: '2025-07-10',
  })
  @Optional()
  @Matches(/^[0-9TZ:.+-]{10,40}$/, must('be a day or an RFC 3339 instant'))
  readonly knownAt?: string;
}
