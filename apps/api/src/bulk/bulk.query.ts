import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';

/** The body holds the commands, so the rest stands in the query. */
export class BulkQuery {
  @ApiProperty({
    type: String,
    description: 'Id for the whole, made by the sender: undo takes it back.',
    example: 'agree-spring-2024',
  })
  @Matches(ID, must(ID_WORDS))
  readonly batch!: string;

  @ApiProperty({
    enum: ['true', 'false'],
    required: false,
    description: 'true: show what would become of each row, and keep nothing.',
    example: 'true',
  })
  @Optional()
  @IsIn(['true', 'false'], must('be true or false'))
  readonly dryRun?: 'true' | 'false';
}
