import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsBoolean, Matches } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';

@ApiSchema({ description: 'Which journeys to look at; all when it is empty.' })
export class ProjectionsRequest {
  @ApiProperty({
    type: String,
    required: false,
    description: 'Only journeys of this programme.',
    example: 'kg-glass-2023',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly programme?: string;

  @ApiProperty({
    type: Boolean,
    required: false,
    default: false,
    description: 'true: only journeys that an older release wrote.',
    example: false,
  })
  @Optional()
  @IsBoolean(must('be true or false'))
  readonly stale?: boolean;
}
