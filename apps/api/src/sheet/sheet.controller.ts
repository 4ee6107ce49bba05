import { Controller, Get, Inject, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { FigureUnits, Sheet, SheetAnswer, SheetReader, SheetScope } from '@lotse/domain';
import { sheetFile, type SheetFormat, type SheetWriters } from '@lotse/reports';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { namesTag } from '../http/etag';
import { ApiFigureUnits, ApiSheet } from '../openapi/operations/sheet.operations';
import type { SeenDocuments } from '../policy/seen-documents';
import { SHEET_DOCUMENTS, SHEET_WRITERS, SHEETS } from '../ports';
import { sheetProblem } from '../problems/problem';
import { SheetFileQuery } from './sheet-file.query';
import { documentTag, figuresTag } from './sheet-tags';
import { SheetQueryRequest } from './sheet.query';

function valueOf<Value>(answer: SheetAnswer<Value>): Value {
  if (answer.ok) return answer.value;
  throw sheetProblem(answer.problem);
}

/** Tags the answer; true, with status 304, where the asker has it already. */
function isTold(request: Request, response: Response, tag: string): boolean {
  response.setHeader('ETag', tag);
  const told = namesTag(request.headers['if-none-match'], tag);
  if (told) response.status(304);
  return told;
}

@Controller('api/v1/sheet')
export class SheetController {
  constructor(
    @Inject(SHEETS) private readonly sheets: SheetReader,
    @Inject(SHEET_DOCUMENTS) private readonly documents: SeenDocuments,
    @Inject(SHEET_WRITERS) private readonly writers: SheetWriters,
  ) {}

  /** The project sheet of a day, as known at an instant; 304 while nothing on it has changed. */
  @Get()
  @Allow('sheet.read')
  @ApiSheet()
  async sheet(
    @Query(new EnvelopePipe(SheetFileQuery)) query: SheetFileQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<(SheetScope & { readonly sheet: Sheet }) | StreamableFile | undefined> {
    response.setHeader('Cache-Control', 'private, no-cache');
    const { format } = query;
    if (format !== undefined) return this.file(query, format, request, response);
    const { programme, asOf, knownAt } = query;
    const sheet = valueOf(await this.sheets.sheet({ programme, asOf, knownAt }));
    return isTold(request, response, figuresTag(sheet, knownAt)) ? undefined : sheet;
  }

  private async file(
    { programme, asOf, knownAt, form = 'project', lang: language = 'de' }: SheetFileQuery,
    format: SheetFormat,
    request: Request,
    response: Response,
  ): Promise<StreamableFile | undefined> {
    const asked = { programme, asOf, knownAt, form, language };
    const document = valueOf(await this.documents.document(asked));
    if (isTold(request, response, documentTag(document, format, knownAt))) return undefined;
    const { content, mediaType, name } = await sheetFile(document, format, this.writers);
    return new StreamableFile(content, {
      type: mediaType,
      length: content.length,
      disposition: `attachment; filename="${name}"`,
    });
  }

  /** The units behind one figure, each with the facts and evidence it rests on. */
  @Get('figures/:figure/units')
  @Allow('sheet.units')
  @ApiFigureUnits()
  async units(
    @Param('figure') figure: string,
    @Query(new EnvelopePipe(SheetQueryRequest)) query: SheetQueryRequest,
  ): Promise<FigureUnits> {
    const { programme, asOf, knownAt } = query;
    return valueOf(await this.sheets.units({ programme, asOf, knownAt, figure }));
  }
}
