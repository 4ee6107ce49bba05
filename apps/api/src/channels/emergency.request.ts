import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { LONGEST_EMERGENCY } from '@lotse/journeys';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Reason } from '../http/text-fields';

const HOURS = must(`be a whole number from 1 to ${LONGEST_EMERGENCY}`);

@ApiSchema({
  description: 'Opens one journey for reading. The person and the data-protection lead are told.',
})
export class EmergencyRequest {
  @ApiProperty({ type: String, description: 'Id of the access.', example: 'emergency-1' })
  @Matches(ID, must(ID_WORDS))
  readonly id!: string;

  @Reason('The hospital asks whom to call.')
  readonly reason!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: LONGEST_EMERGENCY,
    description: 'Hours it lasts.',
    example: 1,
  })
  @IsInt(HOURS)
  @Min(1, HOURS)
  @Max(LONGEST_EMERGENCY, HOURS)
  readonly hours!: number;
}
