import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { STRIKE_REASONS, type StrikeReason } from '@lotse/domain';
import { IsIn } from 'class-validator';
import { must } from '../http/must';

@ApiSchema({ description: 'Why a record is struck out.' })
export class StrikeRequest {
  @ApiProperty({ enum: STRIKE_REASONS, description: 'The reason.', example: 'entered-twice' })
  @IsIn(STRIKE_REASONS, must(`be one of ${STRIKE_REASONS.join(', ')}`))
  readonly reason!: StrikeReason;
}
