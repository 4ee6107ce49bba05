import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { ROLES, type Role } from '@lotse/domain';
import { isInboxCursor, type InboxFilter } from '@lotse/journeys';
import { IsDay } from '../http/day.decorator';
import { ID, ID_WORDS } from '../http/ids';
import { limitOf } from '../http/limit';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { Cursor, Limit } from '../http/paging';

const YES_NO = ['true', 'false'] as const;
type YesNo = (typeof YES_NO)[number];

/** Which tasks, and which page of them. */
export class InboxQueryRequest {
  @ApiProperty({
    enum: ROLES,
    required: false,
    description: 'Only what this role has to do; everything when left out.',
    example: 'coordinator',
  })
  @Optional()
  @IsIn(ROLES, must(`be one of ${ROLES.join(', ')}`))
  readonly role?: Role;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Only journeys of this company or university.',
    example: 'company-1',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly organisation?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Only what was handed to this account, or to one that it stands in for today.',
    example: 'anna',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly handedTo?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Only journeys of this programme.',
    example: 'kg-glass-2023',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly programme?: string;

  @ApiProperty({ type: String, required: false, description: 'Only this journey.', example: 'j01' })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly journey?: string;

  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    description: 'Only what is due by this day.',
    example: '2024-02-01',
  })
  @Optional()
  @IsDay()
  readonly until?: string;

  @ApiProperty({
    enum: YES_NO,
    required: false,
    description: 'true: not what the role has to do but what it waits for others to do.',
    example: 'false',
  })
  @Optional()
  @IsIn(YES_NO, must('be true or false'))
  readonly waiting?: YesNo;

  @ApiProperty({
    enum: YES_NO,
    required: false,
    description: 'true: what was put off, and nothing else.',
    example: 'false',
  })
  @Optional()
  @IsIn(YES_NO, must('be true or false'))
  readonly snoozed?: YesNo;

  @Cursor('WyIyMDI0LTAyLTAxIiwiajAxIiwiY2xvY2s6bm9taW5hdGlvbiJd', isInboxCursor)
  readonly cursor?: string;

  @Limit()
  readonly limit?: string;
}

/** What to list. */
export function inboxFilterOf(query: InboxQueryRequest): InboxFilter {
  const { cursor, limit: _text, waiting, snoozed, ...filter } = query;
  return {
    ...filter,
    ...(cursor === undefined ? {} : { after: cursor }),
    waiting: waiting === 'true',
    snoozed: snoozed === 'true',
    limit: limitOf(query),
  };
}
