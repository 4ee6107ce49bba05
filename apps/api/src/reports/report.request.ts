import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsDay } from '../http/day.decorator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { MomentRequest } from './moment.request';

@ApiSchema({ description: 'A report to be signed by two people.' })
export class ReportRequest extends MomentRequest {
  @ApiProperty({
    type: String,
    description:
      'Id of this sending, chosen by the sender: the same again is a repeat. The answer tells the id of the report.',
    example: 'report-2025-06',
  })
  @Matches(ID, must(ID_WORDS))
  readonly id!: string;

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
