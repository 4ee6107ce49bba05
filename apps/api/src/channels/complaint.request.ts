import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { Reason } from '../http/text-fields';

const EXAMPLE = 'I was asked to pay for my place.';

@ApiSchema({ description: "A candidate's complaint in their own journey." })
export class ComplaintRequest {
  @ApiProperty({ type: String, description: 'Id of the complaint.', example: 'complaint-1' })
  @Matches(ID, must(ID_WORDS))
  readonly id!: string;

  @Reason(EXAMPLE)
  readonly text!: string;
}

@ApiSchema({ description: 'A complaint that names nobody as its author. No account is needed.' })
export class AnonymousComplaintRequest extends ComplaintRequest {
  @ApiProperty({ type: String, description: 'Programme that it is about.', example: 'kg-glass-2023' })
  @Matches(ID, must(ID_WORDS))
  readonly programme!: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Organisation that it is about.',
    example: 'company-1',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly organisation?: string;

  @ApiProperty({
    type: String,
    minLength: 16,
    maxLength: 100,
    description: 'A code of your own, by which you ask for the answer. Only a digest of it is kept.',
    example: 'four-words-that-nobody-guesses',
  })
  @IsString(must('be a code of 16 to 100 characters'))
  @Length(16, 100, must('be a code of 16 to 100 characters'))
  readonly code!: string;
}

@ApiSchema({ description: 'Asks for the answer to a complaint without a name.' })
export class FollowComplaintRequest {
  @ApiProperty({
    type: String,
    description: 'The code given with it.',
    example: 'four-words-that-nobody-guesses',
  })
  @IsString(must('be a code of 16 to 100 characters'))
  @Length(16, 100, must('be a code of 16 to 100 characters'))
  readonly code!: string;
}

const ANSWERERS = ['coordinator', 'data-protection-lead'] as const;

@ApiSchema({ description: 'Acknowledges a complaint, or answers it with an outcome.' })
export class ComplaintAnswerRequest {
  @ApiProperty({
    enum: ['acknowledged', 'answered'],
    description: 'acknowledged within P3D, answered within P14D.',
    example: 'answered',
  })
  @IsIn(['acknowledged', 'answered'], must('be acknowledged or answered'))
  readonly step!: 'acknowledged' | 'answered';

  @ApiProperty({
    type: String,
    required: false,
    maxLength: 4000,
    description: 'What came of it; with answered.',
    example: 'The fee was paid back.',
  })
  @Optional()
  @IsString(must('be a text of 1 to 4000 characters'))
  @Length(1, 4000, must('be a text of 1 to 4000 characters'))
  readonly outcome?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Id of the command, for a complaint in a journey.',
    example: 'c-77',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly id?: string;

  @ApiProperty({
    enum: ANSWERERS,
    required: false,
    description: 'Role that answers; coordinator unless given.',
    example: 'coordinator',
  })
  @Optional()
  @IsIn(ANSWERERS, must(`be one of ${ANSWERERS.join(', ')}`))
  readonly by?: (typeof ANSWERERS)[number];
}
