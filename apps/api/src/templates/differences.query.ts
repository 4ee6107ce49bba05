import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { must } from '../http/must';

/** What a template is compared with. */
export class DifferencesQuery {
  @ApiProperty({
    type: String,
    description: 'Template it is compared with.',
    example: 'de-uni-internship-hire@1',
  })
  @Matches(/^[a-z0-9-]{1,48}@[1-9]\d{0,4}$/, must('be <name>@<number>, such as de-glass@1'))
  readonly from!: string;
}
