import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';

/** The body holds the persons, so the rest stands in the query. */
export class NominationsQuery {
  @ApiProperty({
    enum: ['true', 'false'],
    required: false,
    description: 'true: show what would become of it, and keep nothing.',
    example: 'true',
  })
  @Optional()
  @IsIn(['true', 'false'], must('be true or false'))
  readonly dryRun?: 'true' | 'false';
}
