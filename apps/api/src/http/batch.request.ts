import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, Matches } from 'class-validator';
import { ID, ID_WORDS } from './ids';
import { must } from './must';
import { Optional } from './optional.decorator';

/** What every action over many journeys says of itself. */
export class BatchRequest {
  @ApiProperty({
    type: String,
    description:
      'Id for the whole, made by the sender: the same action again with it does nothing twice, and undo takes it back.',
    example: 'company-1-fails',
  })
  @Matches(ID, must(ID_WORDS))
  readonly batch!: string;

  @ApiProperty({
    type: Boolean,
    required: false,
    default: false,
    description: 'true: show what would become of each row, and keep nothing.',
    example: true,
  })
  @Optional()
  @IsBoolean(must('be true or false'))
  readonly dryRun?: boolean;
}
