import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { HANDOVER_REASONS, type HandoverReason } from '@lotse/journeys';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';

@ApiSchema({ description: 'Hands a task to an account, with the reason.' })
export class HandoverRequest {
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

  @ApiProperty({ type: String, description: 'Account that does it from now on.', example: 'anna' })
  @Matches(ID, must(ID_WORDS))
  readonly account!: string;

  @ApiProperty({ enum: HANDOVER_REASONS, description: 'Why.', example: 'absence' })
  @IsIn(HANDOVER_REASONS, must(`be one of ${HANDOVER_REASONS.join(', ')}`))
  readonly reason!: HandoverReason;
}
