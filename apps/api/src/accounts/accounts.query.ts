import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';

export class AccountsQuery {
  @ApiProperty({
    type: String,
    required: false,
    description: 'Last id of the page before.',
    example: 'demo-auditor',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly after?: string;
}

export class LinksQuery {
  @ApiProperty({ type: String, description: 'Journey whose links are listed.', example: 'j01' })
  @Matches(ID, must(ID_WORDS))
  readonly journey!: string;
}
