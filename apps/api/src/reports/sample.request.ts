import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ANSWERS, FINDINGS, OUTCOMES, type Finding, type FindingAnswer, type Outcome } from '@lotse/reports';
import { IsIn, IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IsDay } from '../http/day.decorator';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { MomentRequest } from './moment.request';

const TEXT = 'be a text of 1 to 2000 characters';
const UNIT = /^\P{Cc}{1,200}$/u;

@ApiSchema({ description: 'A share of the units behind a figure, to be checked.' })
export class SampleRequest extends MomentRequest {
  @ApiProperty({
    type: String,
    description:
      'Id of this sending, chosen by the sender: the same again is a repeat. The answer tells the id of the sample.',
    example: 'sample-2025-06',
  })
  @Matches(ID, must(ID_WORDS))
  readonly id!: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Report whose moment is checked; `asOf` and `knownAt` count when left out.',
    example: 'report-2025-06',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly report?: string;

  @ApiProperty({ type: String, description: 'Key of the indicator.', example: 'contractsPrepared' })
  @Matches(/^[A-Za-z0-9.-]{1,64}$/, must('be the key of an indicator'))
  readonly indicator!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 20,
    maximum: 40,
    description: 'Per cent of the units.',
    example: 30,
  })
  @IsInt(must('be a whole number from 20 to 40'))
  @Min(20, must('be a whole number from 20 to 40'))
  @Max(40, must('be a whole number from 20 to 40'))
  readonly share!: number;

  @ApiProperty({
    type: String,
    description: 'Whoever has it draws the same units.',
    example: 'drawn-in-front-of-both-2025-08-01',
  })
  @Matches(/^[\x20-\x7e]{1,100}$/, must('be 1 to 100 plain characters'))
  readonly seed!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    description: 'Last day of the contradiction phase.',
    example: '2025-08-31',
  })
  @IsDay()
  readonly answersUntil!: string;
}

/** Which unit of the sample. */
class UnitRequest {
  @ApiProperty({ type: String, description: 'Id of the unit.', example: 'p01' })
  @Matches(UNIT, must('be the id of a unit'))
  readonly unit!: string;

  @ApiProperty({
    type: String,
    required: false,
    maxLength: 2000,
    description: 'In words, where the code does not tell it. Stored encrypted, gone with an erasure.',
    example: 'The form is dated 3 March, the record says 2 March.',
  })
  @Optional()
  @IsString(must(TEXT))
  @Length(1, 2000, must(TEXT))
  readonly text?: string;
}

@ApiSchema({ description: 'What was found of a unit.' })
export class FindingRequest extends UnitRequest {
  @ApiProperty({ enum: FINDINGS, description: 'What was found.', example: 'day-differs' })
  @IsIn(FINDINGS, must(`be one of ${FINDINGS.join(', ')}`))
  readonly finding!: Finding;
}

@ApiSchema({ description: 'What the carrier says to a finding.' })
export class AnswerRequest extends UnitRequest {
  @ApiProperty({ enum: ANSWERS, description: 'The answer.', example: 'evidence-supplied' })
  @IsIn(ANSWERS, must(`be one of ${ANSWERS.join(', ')}`))
  readonly answer!: FindingAnswer;
}

@ApiSchema({ description: 'How a finding ends.' })
export class OutcomeRequest extends UnitRequest {
  @ApiProperty({ enum: OUTCOMES, description: 'The outcome.', example: 'dropped' })
  @IsIn(OUTCOMES, must(`be one of ${OUTCOMES.join(', ')}`))
  readonly outcome!: Outcome;
}

@ApiSchema({ description: 'A sample opened to one auditor for some days.' })
export class RoomRequest {
  @ApiProperty({
    type: String,
    description:
      'Id of this sending, chosen by the sender: the same again is a repeat. The answer tells the id of the room.',
    example: 'room-2025-06',
  })
  @Matches(ID, must(ID_WORDS))
  readonly id!: string;

  @ApiProperty({ type: String, description: 'Account of the auditor.', example: 'auditor-1' })
  @Matches(ID, must(ID_WORDS))
  readonly account!: string;

  @ApiProperty({ type: String, format: 'date', description: 'First day.', example: '2025-08-01' })
  @IsDay()
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Last day.', example: '2025-08-31' })
  @IsDay()
  readonly to!: string;
}
