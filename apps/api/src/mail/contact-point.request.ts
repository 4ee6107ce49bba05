import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { ORGANISATION_ROLES, ROLES, type Role } from '@lotse/domain';
import type { Language } from '@lotse/journeys';
import { ID, ID_WORDS } from '../http/ids';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { fieldsProblem } from '../problems/problem';

const LANGUAGES = ['de', 'en', 'ru', 'ky'] as const satisfies readonly Language[];

@ApiSchema({ description: 'Whom a mail address reaches, in one programme.' })
export class ContactPointRequest {
  @ApiProperty({ type: String, description: 'Programme.', example: 'kg-glass-2023' })
  @Matches(ID, must(ID_WORDS))
  readonly programme!: string;

  @ApiProperty({ enum: ROLES, description: 'Role that it reaches.', example: 'company' })
  @IsIn(ROLES, must(`be one of ${ROLES.join(', ')}`))
  readonly role!: Role;

  @ApiProperty({
    type: String,
    required: false,
    description:
      'Organisation that it reaches; needed for university, company and mentor, and for them alone.',
    example: 'company-1',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly organisation?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Person that it reaches; needed for candidate, and for that role alone.',
    example: 'p01',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly person?: string;

  @ApiProperty({
    type: String,
    required: false,
    description:
      'Account that reads it. Whoever stands in for that account gets the same mails, in their own language, on the days of the deputy.',
    example: '0b8f6f0e-3f1c-4d0a-9a35-4c1f0b7c2a11',
  })
  @Optional()
  @Matches(ID, must(ID_WORDS))
  readonly account?: string;

  @ApiProperty({ enum: LANGUAGES, description: 'Language of its mails.', example: 'de' })
  @IsIn(LANGUAGES, must(`be one of ${LANGUAGES.join(', ')}`))
  readonly language!: Language;

  @ApiProperty({
    type: String,
    format: 'email',
    maxLength: 320,
    description: 'Mail address. Stored encrypted and never answered.',
    example: 'office@company-1.example',
  })
  @IsString(must('be a mail address'))
  @MaxLength(320, must('be a mail address'))
  readonly address!: string;
}

/** Reminders are for exactly one organisation or person, so one too few or too many would reach nobody. @throws Problem */
export function mustReachSomebody({ role, organisation, person }: ContactPointRequest): void {
  const forOrganisation = ORGANISATION_ROLES.includes(role);
  const wrong = (needed: boolean, given: string | undefined): boolean => needed !== (given !== undefined);
  const faults = [
    ...(wrong(forOrganisation, organisation)
      ? [
          {
            field: 'organisation',
            remedy: `Give organisation for ${ORGANISATION_ROLES.join(', ')}, and only for them.`,
          },
        ]
      : []),
    ...(wrong(role === 'candidate', person)
      ? [{ field: 'person', remedy: 'Give person for candidate, and only for that role.' }]
      : []),
  ];
  if (faults.length > 0) throw fieldsProblem(faults);
}
