import { ApiProperty } from '@nestjs/swagger';
import {
  SHEET_FORMATS,
  SHEET_FORMS,
  SHEET_LANGUAGES,
  type SheetFormat,
  type SheetForm,
  type SheetLanguage,
} from '@lotse/reports';
import { IsIn } from 'class-validator';
import { must } from '../http/must';
import { Optional } from '../http/optional.decorator';
import { SheetQueryRequest } from './sheet.query';

const oneOf = (values: readonly string[]): PropertyDecorator =>
  IsIn(values, must(`be one of ${values.join(', ')}`));

/** Which sheet, and as which file; without a format the figures as JSON. */
export class SheetFileQuery extends SheetQueryRequest {
  @ApiProperty({
    enum: SHEET_FORMATS,
    required: false,
    description:
      'The printed sheet as a file: PDF (tagged, PDF/UA-1), XLSX, CSV or JSON, with words and numbers. Left out: the figures alone, as JSON.',
    example: 'pdf',
  })
  @Optional()
  @oneOf(SHEET_FORMATS)
  readonly format?: SheetFormat;

  @ApiProperty({
    enum: SHEET_FORMS,
    required: false,
    default: 'project',
    description:
      'project: the Projektsteckbrief. alliance: problem, goals, implementation, successes, supported by.',
    example: 'project',
  })
  @Optional()
  @oneOf(SHEET_FORMS)
  readonly form?: SheetForm;

  @ApiProperty({
    enum: SHEET_LANGUAGES,
    required: false,
    default: 'de',
    description: 'Language of a printed sheet.',
    example: 'de',
  })
  @Optional()
  @oneOf(SHEET_LANGUAGES)
  readonly lang?: SheetLanguage;
}
