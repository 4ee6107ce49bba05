import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsDay } from '../http/day.decorator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { OnDayQuery } from '../http/on-day.query';
import { Optional } from '../http/optional.decorator';
import { Reason } from '../http/text-fields';

/** On which day, and of which programme. */
export class RetentionQuery extends OnDayQuery {
  @ApiProperty({
    type: String,
    required: false,
    description: 'Named by those who hold only some programmes: persons of it alone.',
    example: 'kg-glass-2023',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly programme?: string;
}

@ApiSchema({ description: 'Erases and minimises what is due.' })
export class RetentionRunRequest {
  @ApiProperty({
    type: String,
    description: 'What was due on this day, not after today.',
    example: '2026-03-01',
  })
  @IsDay()
  readonly on!: string;
}

@ApiSchema({ description: 'Keeps the data of a person from being erased.' })
export class HoldRequest {
  @ApiProperty({
    type: String,
    description:
      'Id of this sending, chosen by the sender: the same again is a repeat. The answer tells the id of the hold.',
    example: 'hold-1',
  })
  @Matches(ID, must(ID_WORDS))
  readonly id!: string;

  @ApiProperty({ type: String, description: 'Whose data.', example: 'p01' })
  @Matches(ID, must(ID_WORDS))
  readonly person!: string;

  @Reason('A lawsuit about the notice.')
  readonly reason!: string;
}

@ApiSchema({ description: 'Ends a hold.' })
export class LiftRequest {
  @Reason('The lawsuit is settled.')
  readonly reason!: string;
}
