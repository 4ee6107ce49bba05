import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsDay } from '../http/day.decorator';
import { TaskRequest } from './task.request';

@ApiSchema({ description: 'Puts a task off, so that it stands in the inbox again on a later day.' })
export class SnoozeRequest extends TaskRequest {
  @ApiProperty({
    type: String,
    format: 'date',
    description: 'Day after today; of a deadline of law its due day at most.',
    example: '2024-01-25',
  })
  @IsDay()
  readonly followUpOn!: string;
}
