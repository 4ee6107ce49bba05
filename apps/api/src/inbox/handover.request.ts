import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { HANDOVER_REASONS, type HandoverReason } from '@lotse/journeys';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { TaskRequest } from './task.request';

@ApiSchema({ description: 'Hands a task to an account, with the reason.' })
export class HandoverRequest extends TaskRequest {
  @ApiProperty({ type: String, description: 'Account that does it from now on.', example: 'anna' })
  @Matches(ID, must(ID_WORDS))
  readonly account!: string;

  @ApiProperty({ enum: HANDOVER_REASONS, description: 'Why.', example: 'absence' })
  @IsIn(HANDOVER_REASONS, must(`be one of ${HANDOVER_REASONS.join(', ')}`))
  readonly reason!: HandoverReason;
}
