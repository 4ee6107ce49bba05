import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { Cursor, Limit } from '../http/paging';

const OUTCOMES = ['done', 'refused'] as const;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;
const SUBJECT = /^[a-z-]{1,20}\/[A-Za-z0-9._/-]{1,90}$/;

/** Which page of a list of accesses. */
export class AccessesQuery {
  @Cursor('1204', (text) => /^[1-9]\d{0,14}$/.test(text))
  readonly cursor?: string;

  @Limit()
  readonly limit?: string;
}

/** Which entries of the audit; the filters go together. */
export class ListAuditQuery extends AccessesQuery {
  @ApiProperty({ type: String, required: false, description: 'Only what this account did.', example: 'anna' })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly who?: string;

  @ApiProperty({ type: String, required: false, description: 'Only this action.', example: 'journey.read' })
  @Optional()
  @Matches(/^[a-z-]{1,30}(\.[a-z-]{1,30})?$/, must('be an action, such as journey.read'))
  readonly action?: string;

  @ApiProperty({
    enum: OUTCOMES,
    required: false,
    description: 'Only what was done, or refused.',
    example: 'refused',
  })
  @Optional()
  @IsIn(OUTCOMES, must(`be one of ${OUTCOMES.join(', ')}`))
  readonly outcome?: (typeof OUTCOMES)[number];

  @ApiProperty({
    type: String,
    required: false,
    description: 'Only of this programme.',
    example: 'kg-glass-2023',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly programme?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Only about this subject.',
    example: 'journey/j01',
  })
  @Optional()
  @Matches(SUBJECT, must('be a kind and an id, such as journey/j01'))
  readonly subject?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Not before this instant.',
    example: '2026-01-01T00:00:00Z',
  })
  @Optional()
  @Matches(INSTANT, must('be an instant in UTC, such as 2026-01-01T00:00:00Z'))
  readonly from?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Before this instant.',
    example: '2026-02-01T00:00:00Z',
  })
  @Optional()
  @Matches(INSTANT, must('be an instant in UTC, such as 2026-01-01T00:00:00Z'))
  readonly to?: string;
}
