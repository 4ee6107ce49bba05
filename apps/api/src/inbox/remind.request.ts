import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';

@ApiSchema({ description: 'Has the mail of a task sent to those who are to do it.' })
export class RemindRequest {
  @ApiProperty({ type: String, description: 'Journey of the task.', example: 'j01' })
  @Matches(ID, must(ID_WORDS))
  readonly journey!: string;

  @ApiProperty({
    type: String,
    maxLength: 400,
    description: 'Key of the task, as in the inbox.',
    example: 'guard:COM:commitment-signed:candidate',
  })
  @IsString(must('be the key of a task'))
  @MaxLength(400, must('be the key of a task'))
  readonly key!: string;
}
