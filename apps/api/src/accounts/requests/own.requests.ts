import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import type { AccountLanguage } from '@lotse/accounts';
import { must } from '../../http/must';
import { Optional } from '../../http/optional.decorator';

export const LANGUAGES = ['de', 'en', 'ru', 'ky'] as const satisfies readonly AccountLanguage[];
const LANGUAGE_WORDS = `be one of ${LANGUAGES.join(', ')}`;

@ApiSchema({ description: 'A new password.' })
export class PasswordRequest {
  @ApiProperty({
    type: String,
    maxLength: 256,
    description: 'The present one; empty where there is none.',
    example: '',
  })
  @IsString(must('be a password'))
  @MaxLength(256, must('have at most 256 characters'))
  readonly present!: string;

  @ApiProperty({
    type: String,
    minLength: 12,
    maxLength: 256,
    description: 'The new one.',
    example: 'vier Worte und ein Komma',
  })
  @IsString(must('be a password'))
  @MaxLength(256, must('have at most 256 characters'))
  readonly password!: string;
}

@ApiSchema({ description: 'A code.' })
export class CodeRequest {
  @ApiProperty({ type: String, description: 'Six digits.', example: '123456' })
  @Matches(/^\d{6}$/, must('be six digits'))
  readonly code!: string;
}

@ApiSchema({ description: 'What makes an invited account one’s own, or sets a new password.' })
export class ConsumeRequest {
  @ApiProperty({
    type: String,
    minLength: 12,
    maxLength: 256,
    description: 'The password from now on.',
    example: 'vier Worte und ein Komma',
  })
  @IsString(must('be a password'))
  @MaxLength(256, must('have at most 256 characters'))
  readonly password!: string;

  @ApiProperty({
    type: String,
    required: false,
    maxLength: 200,
    description: 'Name; for the first administrator.',
    example: 'Айгүл Ө.',
  })
  @Optional()
  @IsString(must('be a name'))
  @MinLength(1, must('be a name'))
  @MaxLength(200, must('have at most 200 characters'))
  readonly name?: string;

  @ApiProperty({
    type: String,
    format: 'email',
    required: false,
    maxLength: 320,
    description: 'Mail address; for the first administrator.',
    example: 'a@b.example',
  })
  @Optional()
  @IsString(must('be a mail address'))
  @MaxLength(320, must('be a mail address'))
  readonly email?: string;

  @ApiProperty({
    enum: LANGUAGES,
    required: false,
    description: 'Language; for the first administrator.',
    example: 'de',
  })
  @Optional()
  @IsIn(LANGUAGES, must(LANGUAGE_WORDS))
  readonly language?: AccountLanguage;
}
