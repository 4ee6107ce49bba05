import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { FigureUnits, Sheet, SheetAnswer, SheetReader, SheetScope } from '@lotse/domain';
import { Allow } from '../auth/allow.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { ApiFigureUnits, ApiSheet } from '../openapi/operations/sheet.operations';
import { SHEETS } from '../ports';
import { sheetProblem } from '../problems/problem';
import { SheetQueryRequest } from './sheet.query';

function valueOf<Value>(answer: SheetAnswer<Value>): Value {
  if (answer.ok) return answer.value;
  throw sheetProblem(answer.problem);
}

@Controller('api/v1/sheet')
export class SheetController {
  constructor(@Inject(SHEETS) private readonly sheets: SheetReader) {}

  /** The project sheet of a day, as known at an instant. */
  @Get()
  @Allow('sheet.read')
  @ApiSheet()
  async sheet(
    @Query(new EnvelopePipe(SheetQueryRequest)) query: SheetQueryRequest,
  ): Promise<SheetScope & { readonly sheet: Sheet }> {
    return valueOf(await this.sheets.sheet(query));
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
