import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn, IsObject, Matches } from 'class-validator';
import { ROLES, type JsonObject, type Role } from '@lotse/domain';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { ref } from '../openapi/ref';

@ApiSchema({ description: 'Asks others to approve a command, which is submitted once they have.' })
export class ApprovalRequest {
  @ApiProperty({ type: String, description: 'Id of the approval.', example: 'approval-1' })
  @Matches(ID, must(ID_WORDS))
  readonly id!: string;

  @ApiProperty({ ...ref('Command'), description: 'The command as it would be submitted, with its id.' })
  @IsObject(must('be a command'))
  readonly command!: JsonObject;
}

@ApiSchema({ description: 'Approves, in a role that is asked for.' })
export class VoteRequest {
  @ApiProperty({ enum: ROLES, description: 'Role in which it is approved.', example: 'coordinator' })
  @IsIn(ROLES, must(`be one of ${ROLES.join(', ')}`))
  readonly role!: Role;
}
