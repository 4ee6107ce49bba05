import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';

/** Whose addresses. */
export class ContactPointsQuery {
  @ApiProperty({ type: String, description: 'Programme of the addresses.', example: 'kg-glass-2023' })
  @Matches(ID, must(ID_WORDS))
  readonly programme!: string;
}
