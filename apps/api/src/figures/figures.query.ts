import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsDay } from '../http/day.decorator';
import { LIMIT, LIMIT_WORDS } from '../http/limit';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { SheetQueryRequest } from '../sheet/sheet.query';

const NAMES = /^[A-Za-z0-9.-]{1,64}(,[A-Za-z0-9.-]{1,64}){0,49}$/;
const WHERE =
  /^[a-z-]{1,20}:[^,|:]{1,64}(\|[^,|:]{1,64}){0,19}(,[a-z-]{1,20}:[^,|:]{1,64}(\|[^,|:]{1,64}){0,19}){0,7}$/;

/** What counts of a moment. */
class NarrowedQuery extends SheetQueryRequest {
  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    description: 'First day of the period of flows; since the beginning when left out.',
    example: '2024-01-01',
  })
  @Optional()
  @IsDay()
  readonly from?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Only what has one of these values: `gender:female,university:bstu|kstu`.',
    example: 'gender:female',
  })
  @Optional()
  @Matches(WHERE, must('name values by split, such as gender:female,university:bstu|kstu'))
  readonly where?: string;
}

/** Which units of an indicator. */
export class FigureUnitsQuery extends NarrowedQuery {
  @ApiProperty({
    type: String,
    required: false,
    description: 'Only units whose id comes after this one, as `next` of a page says.',
    example: 'p03',
  })
  @Optional()
  @Matches(/^\P{Cc}{1,200}$/u, must('be an id'))
  readonly after?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Units on a page, 50 unless given.',
    example: '50',
  })
  @Optional()
  @Matches(LIMIT, must(LIMIT_WORDS))
  readonly limit?: string;
}

/** Which numbers, split by what. */
export class FiguresQueryRequest extends NarrowedQuery {
  @ApiProperty({
    type: String,
    required: false,
    description: 'Keys of indicators, with commas between; all of them when left out.',
    example: 'students,workMonths',
  })
  @Optional()
  @Matches(NAMES, must('name indicators with commas between'))
  readonly indicator?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Splits, with commas between.',
    example: 'gender,university',
  })
  @Optional()
  @Matches(NAMES, must('name splits with commas between'))
  readonly by?: string;
}

/** Two moments of the same figures. */
export class CompareQueryRequest extends SheetQueryRequest {
  @ApiProperty({
    type: String,
    required: false,
    description: 'Keys of indicators, with commas between; all of them when left out.',
    example: 'students',
  })
  @Optional()
  @Matches(NAMES, must('name indicators with commas between'))
  readonly indicator?: string;

  @ApiProperty({
    type: String,
    format: 'date',
    required: false,
    description: 'Day of the earlier moment; that of `asOf` when left out.',
    example: '2024-12-31',
  })
  @Optional()
  @IsDay()
  readonly beforeAsOf?: string;

  @ApiProperty({
    type: String,
    required: false,
    description:
      'Knowledge of the earlier moment: a day (its end) or an instant; that of `knownAt` when left out.',
    example: '2025-01-15',
  })
  @Optional()
  @Matches(/^[0-9TZ:.+-]{10,40}$/, must('be a day or an RFC 3339 instant'))
  readonly beforeKnownAt?: string;
}

const listOf = (text: string | undefined): readonly string[] | undefined => text?.split(',');

/** `gender:female|male` as values by split. */
const whereOf = (text: string | undefined): Readonly<Record<string, readonly string[]>> | undefined =>
  text === undefined
    ? undefined
    : Object.fromEntries(
        text.split(',').map((part) => {
          const [name = '', values = ''] = part.split(':');
          return [name, values.split('|')];
        }),
      );

/** What is asked for beside the moment. */
export function askedOf({ from, indicator, by, where }: Partial<FiguresQueryRequest>) {
  const [indicators, splits, values] = [listOf(indicator), listOf(by), whereOf(where)];
  return {
    ...(from === undefined ? {} : { from }),
    ...(indicators === undefined ? {} : { indicators }),
    ...(splits === undefined ? {} : { by: splits }),
    ...(values === undefined ? {} : { where: values }),
  };
}
