import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { ProgrammeQuery } from '../http/programme.query';

/** Which sheet. Whether the days exist is judged by the reader, for all who ask it. */
export class SheetQueryRequest extends ProgrammeQuery {
  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    description: "Day up to which facts count; today in the programme's time zone when left out.",
    example: '2025-01-31',
  })
  @Optional()
  @IsString(must('be a day, written YYYY-MM-DD'))
  @MaxLength(40, must('be a day, written YYYY-MM-DD'))
  readonly asOf?: string;

  @ApiProperty({
    type: String,
    required: false,
    description:
      'Count only what was recorded by then: a day (its end) or an RFC 3339 instant; now when left out.',
    example: '2025-02-10',
  })
  @Optional()
  @IsString(must('be a day or an RFC 3339 instant'))
  @MaxLength(40, must('be a day or an RFC 3339 instant'))
  readonly knownAt?: string;
}
