import { ApiProperty } from '@nestjs/swagger';
import { IsRFC3339, Matches } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { Limit } from '../http/paging';

/** Which page of a programme's records of one type. */
export class RecordsQuery {
  @ApiProperty({
    type: String,
    format: 'date-time',
    required: false,
    description: 'The versions that had been recorded by this instant; now when left out.',
    example: '2025-02-10T12:00:00Z',
  })
  @Optional()
  @IsRFC3339(must('be an RFC 3339 instant with a zone'))
  readonly knownAt?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: '`next` of the page before.',
    example: 'trip-1',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly after?: string;

  @Limit()
  readonly limit?: string;
}
