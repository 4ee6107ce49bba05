import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { BatchRequest } from '../http/batch.request';
import { IsDay } from '../http/day.decorator';
import { Reason } from '../http/text-fields';

@ApiSchema({ description: 'A company is insolvent, excluded or gone.' })
export class FailureRequest extends BatchRequest {
  @ApiProperty({ type: String, format: 'date', description: 'Day of the failure.', example: '2024-10-01' })
  @IsDay()
  readonly on!: string;

  @Reason('Insolvency proceedings were opened.')
  readonly reason!: string;
}
