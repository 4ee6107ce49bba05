import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsDay } from '../http/day.decorator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';

/** Of which programme. */
export class ReportsQuery {
  @ApiProperty({
    type: String,
    required: false,
    description: 'Programme; may be left out while there is only one.',
    example: 'kg-glass-2023',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly programme?: string;
}

@ApiSchema({ description: 'A report to be signed by two people.' })
export class ReportRequest {
  @ApiProperty({
    type: String,
    description: 'Idempotency key and id of the report.',
    example: 'report-2025-06',
  })
  @Matches(ID, must(ID_WORDS))
  readonly id!: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Programme; may be left out while there is only one.',
    example: 'kg-glass-2023',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly programme?: string;

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

  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    description: 'First day of the period of flows; since the beginning when left out.',
    example: '2025-01-01',
  })
  @Optional()
  @IsDay()
  readonly from?: string;
}
