import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { ID, ID_WORDS } from './ids';
import { must } from './must';
import { Optional } from './optional.decorator';

/** Of which programme. */
export class ProgrammeQuery {
  @ApiProperty({
    type: String,
    required: false,
    description: 'Programme; may be left out while there is only one.',
    example: 'kg-glass-2023',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly programme?: string;
}
