import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { BatchRequest } from '../http/batch.request';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { ApprovedBy, Reason } from '../http/text-fields';

@ApiSchema({ description: 'Two records of one person become one.' })
export class MergeRequest extends BatchRequest {
  @ApiProperty({ type: String, description: 'Record of the same person that stays.', example: 'p02' })
  @Matches(ID, must(ID_WORDS))
  readonly into!: string;

  @Reason('The same passport.')
  readonly reason!: string;

  @ApprovedBy(true, 'Second person.')
  readonly approvedBy!: string;
}
