import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import type { Status } from '@lotse/domain';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { Cursor, Limit } from '../http/paging';

const STATUSES = ['open', 'on-hold', 'closed', 'void'] as const satisfies readonly Status[];

/** Which journeys, and which page of them. */
export class ListJourneysQuery {
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
    type: String,
    required: false,
    description: 'Only journeys at this stage of their template.',
    example: 'INT',
  })
  @Optional()
  @Matches(/^[A-Z]{2,8}$/, must('be the code of a stage, such as INT'))
  readonly stage?: string;

  @ApiProperty({
    enum: STATUSES,
    required: false,
    description: 'Only journeys with this status.',
    example: 'open',
  })
  @Optional()
  @IsIn(STATUSES, must(`be one of ${STATUSES.join(', ')}`))
  readonly status?: Status;

  @Cursor('j07')
  readonly cursor?: string;

  @Limit()
  readonly limit?: string;
}
