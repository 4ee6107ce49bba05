import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsDay } from '../http/day.decorator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';

@ApiSchema({ description: 'Names who stands in for an account from one day to another, both included.' })
export class DeputyRequest {
  @ApiProperty({ type: String, description: 'Account that is stood in for.', example: 'anna' })
  @Matches(ID, must(ID_WORDS))
  readonly account!: string;

  @ApiProperty({ type: String, description: 'Account that stands in.', example: 'bert' })
  @Matches(ID, must(ID_WORDS))
  readonly deputy!: string;

  @ApiProperty({ type: String, format: 'date', description: 'First day.', example: '2024-02-01' })
  @IsDay()
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Last day.', example: '2024-02-14' })
  @IsDay()
  readonly to!: string;
}
