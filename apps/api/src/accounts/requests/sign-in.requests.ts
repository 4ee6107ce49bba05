import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsObject, IsString, Matches, MaxLength } from 'class-validator';
import type { JsonObject } from '@lotse/domain';
import { must } from '../../http/must';
import { ID, ID_WORDS } from '../../http/ids';
import { Optional } from '../../http/optional.decorator';

@ApiSchema({ description: 'The first step of a sign-in.' })
export class LoginRequest {
  @ApiProperty({
    type: String,
    format: 'email',
    maxLength: 320,
    description: 'Mail address.',
    example: 'a@b.example',
  })
  @IsString(must('be a mail address'))
  @MaxLength(320, must('be a mail address'))
  readonly email!: string;

  @ApiProperty({
    type: String,
    maxLength: 256,
    description: 'Password.',
    example: 'vier Worte und ein Komma',
  })
  @IsString(must('be a password'))
  @MaxLength(256, must('have at most 256 characters'))
  readonly password!: string;
}

@ApiSchema({ description: 'A second factor: exactly one of the three.' })
export class SecondFactorRequest {
  @ApiProperty({
    type: String,
    required: false,
    description: 'Six digits of a code generator.',
    example: '123456',
  })
  @Optional()
  @Matches(/^\d{6}$/, must('be six digits'))
  readonly totp?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'A recovery code; it holds once.',
    example: '12ab-34cd-56ef-7890-abcd-ef01-2345',
  })
  @Optional()
  @IsString(must('be a recovery code'))
  @MaxLength(40, must('be a recovery code'))
  readonly recoveryCode?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'What navigator.credentials.get answered, as JSON (WebAuthn, PublicKeyCredential.toJSON).',
    example: { id: 'q1w2e3', rawId: 'q1w2e3', type: 'public-key', response: {} },
  })
  @Optional()
  @IsObject(must('be the answer of an authenticator'))
  readonly passkey?: JsonObject;
}

@ApiSchema({ description: 'What an authenticator answered.' })
export class PasskeyRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The credential as JSON (WebAuthn, PublicKeyCredential.toJSON).',
    example: { id: 'q1w2e3', rawId: 'q1w2e3', type: 'public-key', response: {} },
  })
  @IsObject(must('be the answer of an authenticator'))
  readonly credential!: JsonObject;
}

@ApiSchema({ description: 'Which made-up user of the demo signs in.' })
export class DemoRequest {
  @ApiProperty({ type: String, description: 'Id of the demo account.', example: 'demo-coordinator' })
  @Matches(ID, must(ID_WORDS))
  readonly account!: string;
}

@ApiSchema({ description: 'Whose password is to be set anew.' })
export class ResetRequest {
  @ApiProperty({
    type: String,
    format: 'email',
    maxLength: 320,
    description: 'Mail address.',
    example: 'a@b.example',
  })
  @IsString(must('be a mail address'))
  @MaxLength(320, must('be a mail address'))
  readonly email!: string;
}
