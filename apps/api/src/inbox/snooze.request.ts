import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { IsDay } from '../http/day.decorator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';

@ApiSchema({ description: 'Puts a task off, so that it stands in the inbox again on a later day.' })
export class SnoozeRequest {
  @ApiProperty({ type: String, description: 'Journey of the task.', example: 'j01' })
  @Matches(ID, must(ID_WORDS))
  readonly journey!: string;

  @ApiProperty({
    type: String,
    maxLength: 400,
    description: 'Key of the task, as in the inbox.',
    example: 'clock:nomination:2024-02-01',
  })
  @IsString(must('be the key of a task'))
  @MaxLength(400, must('be the key of a task'))
  readonly key!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    description: 'Day after today; of a deadline of law its due day at most.',
    example: '2024-01-25',
  })
  @IsDay()
  readonly followUpOn!: string;
}
