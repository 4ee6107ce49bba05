import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { ROLES, type Actor, type Role } from '@lotse/domain';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';

/** In whose name somebody writes: a role that is held, and its organisation. */
export class ByRequest {
  @ApiProperty({ enum: ROLES, description: 'Role in which it is done.', example: 'coordinator' })
  @IsIn(ROLES, must(`be one of ${ROLES.join(', ')}`))
  readonly role!: Role;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Organisation, for roles that act for one.',
    example: 'company-1',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly organisation?: string;
}

export const actorOf = ({ role, organisation }: ByRequest): Actor => ({
  role,
  ...(organisation === undefined ? {} : { organisation }),
});
