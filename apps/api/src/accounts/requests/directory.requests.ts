import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import type { AccountLanguage } from '@lotse/accounts';
import { COMMANDS, ROLES, type Role } from '@lotse/domain';
import { ACTIONS } from '@lotse/policy';
import { ID, ID_WORDS } from '../../http/ids';
import { must } from '../../http/must';
import { Optional } from '../../http/optional.decorator';
import { LANGUAGES } from './own.requests';

const MOST_GRANTS = 50;
const LANGUAGE_WORDS = `be one of ${LANGUAGES.join(', ')}`;
const GRANT_EXAMPLE = { role: 'company', organisation: 'company-1' };

@ApiSchema({ description: 'A new account; its owner is invited by mail.' })
export class InviteRequest {
  @ApiProperty({ type: String, maxLength: 200, description: 'Name. Stored encrypted.', example: 'Айгүл Ө.' })
  @IsString(must('be a name'))
  @MinLength(1, must('be a name'))
  @MaxLength(200, must('have at most 200 characters'))
  readonly name!: string;

  @ApiProperty({
    type: String,
    format: 'email',
    maxLength: 320,
    description: 'Mail address. Stored encrypted.',
    example: 'a@b.example',
  })
  @IsString(must('be a mail address'))
  @MaxLength(320, must('be a mail address'))
  readonly email!: string;

  @ApiProperty({ enum: LANGUAGES, description: 'Language of its mails.', example: 'de' })
  @IsIn(LANGUAGES, must(LANGUAGE_WORDS))
  readonly language!: AccountLanguage;

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'What it holds: role and programme, organisation, person or reference, from, to.',
    example: [GRANT_EXAMPLE],
  })
  @IsArray(must('be a list of grants'))
  @ArrayMaxSize(MOST_GRANTS, must(`have at most ${MOST_GRANTS} grants`))
  readonly grants!: readonly unknown[];
}

@ApiSchema({ description: 'Whether an account can be used.' })
export class StatusRequest {
  @ApiProperty({
    enum: ['enabled', 'disabled'],
    description: 'disabled ends its sessions and tokens.',
    example: 'disabled',
  })
  @IsIn(['enabled', 'disabled'], must('be enabled or disabled'))
  readonly status!: 'enabled' | 'disabled';
}

@ApiSchema({ description: 'A new token for programs.' })
export class TokenRequest {
  @ApiProperty({ type: String, maxLength: 80, description: 'What it is for; no secret.', example: 'import' })
  @Matches(ID, must(ID_WORDS))
  readonly label!: string;

  @ApiProperty({
    type: [String],
    enum: ACTIONS,
    required: false,
    description: 'Actions it may take; without it all that its owner may.',
    example: ['journey.read'],
  })
  @Optional()
  @IsArray(must('be a list of actions'))
  @IsIn(ACTIONS, { each: true, ...must('hold actions of the policy alone') })
  readonly scopes?: readonly string[];

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: 365,
    required: false,
    description: 'Days it holds; 365.',
    example: 90,
  })
  @Optional()
  @IsInt(must('be a whole number of days'))
  @Min(1, must('be 1 or more'))
  @Max(365, must('be at most 365'))
  readonly days?: number;
}

@ApiSchema({ description: 'A link for somebody without an account: one journey, one form.' })
export class LinkRequest {
  @ApiProperty({ enum: ROLES, description: 'As whom its holder acts.', example: 'mentor' })
  @IsIn(
    ['mentor', 'company', 'university', 'municipality', 'candidate'],
    must('be mentor, company, university, municipality or candidate'),
  )
  readonly role!: Role;

  @ApiProperty({
    type: String,
    required: false,
    description: 'For which organisation.',
    example: 'company-1',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly organisation?: string;

  @ApiProperty({ type: String, required: false, description: 'Reference of a mentor.', example: 'mentor-1' })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly reference?: string;

  @ApiProperty({ type: String, description: 'The journey.', example: 'j01' })
  @Matches(ID, must(ID_WORDS))
  readonly journey!: string;

  @ApiProperty({ type: String, required: false, description: 'The one placement of it.', example: 'pl01' })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly placement?: string;

  @ApiProperty({ type: [String], description: 'Commands of the form.', example: ['start-internship'] })
  @IsArray(must('be a list of commands'))
  @ArrayMaxSize(10, must('have at most 10 commands'))
  @IsIn(Object.keys(COMMANDS), { each: true, ...must('hold names of commands alone') })
  readonly commands!: readonly string[];

  @ApiProperty({ type: Boolean, description: 'Whether one command uses it up.', example: true })
  @IsBoolean(must('be true or false'))
  readonly singleUse!: boolean;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 90, description: 'Days it holds.', example: 14 })
  @IsInt(must('be a whole number of days'))
  @Min(1, must('be 1 or more'))
  @Max(90, must('be at most 90'))
  readonly days!: number;

  @ApiProperty({ enum: LANGUAGES, description: 'Language of its mails.', example: 'de' })
  @IsIn(LANGUAGES, must(LANGUAGE_WORDS))
  readonly language!: AccountLanguage;

  @ApiProperty({
    type: String,
    format: 'email',
    maxLength: 320,
    description: 'Where it is sent. Stored encrypted.',
    example: 'a@b.example',
  })
  @IsString(must('be a mail address'))
  @MaxLength(320, must('be a mail address'))
  readonly email!: string;
}
