import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { must } from './must';

const REASON = 'be a text of 1 to 4000 characters';
const REFERENCE = /^[A-Za-z0-9._:-]{1,64}$/;

/** Why something is done: free text, stored encrypted with the facts it leads to. */
export const Reason = (example: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, maxLength: 4000, description: 'Why. Stored encrypted.', example }),
    IsString(must(REASON)),
    Length(1, 4000, must(REASON)),
  );

/** The second person who agreed, by reference id. */
export const ApprovedBy = (required: boolean, description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, required, description, example: 'second-person' }),
    Matches(REFERENCE, must('be a reference of 1 to 64 letters, digits, ".", "_", ":" or "-"')),
  );
