import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { ApprovedBy, Reason } from '../http/text-fields';

@ApiSchema({ description: 'Takes a bulk action back.' })
export class UndoRequest {
  @Reason('The wrong list was selected.')
  readonly reason!: string;

  @Optional()
  @ApprovedBy(false, 'Second person, needed where a nomination is undone or a locked report is touched.')
  readonly approvedBy?: string;

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
