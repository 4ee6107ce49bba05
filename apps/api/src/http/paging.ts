import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches, ValidateBy } from 'class-validator';
import { ID } from './ids';
import { DEFAULT_LIMIT, LIMIT, LIMIT_WORDS } from './limit';
import { must } from './must';
import { Optional } from './optional.decorator';

/** How many rows the page holds at most; `limitOf` reads it. */
export const Limit = (description = 'Longest page wanted.'): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: 'integer',
      minimum: 1,
      maximum: 200,
      default: DEFAULT_LIMIT,
      required: false,
      description,
      example: DEFAULT_LIMIT,
    }),
    Optional(),
    Matches(LIMIT, must(LIMIT_WORDS)),
  );

/** Where the page begins: `next` of the page before. @param isCursor whether a text may be one; ids unless given */
export const Cursor = (
  example: string,
  isCursor: (text: string) => boolean = (text) => ID.test(text),
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, required: false, description: '`next` of the page before.', example }),
    Optional(),
    ValidateBy(
      {
        name: 'isCursor',
        validator: { validate: (value: unknown) => typeof value === 'string' && isCursor(value) },
      },
      must('be the next of a page before'),
    ),
  );
