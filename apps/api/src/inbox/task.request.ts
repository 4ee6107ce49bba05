import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';

/** Which task. */
export class TaskRequest {
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
}
