import { Controller, Get, Param, Res } from '@nestjs/common';
import { INDICATORS, kindsOfIndicator, type Dimension, type Indicator } from '@lotse/domain';
import { openSplits, splitsOf } from '@lotse/reports';
import type { Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { contentTag } from '../http/etag';
import { ApiIndicator, ApiIndicators } from '../openapi/operations/reports.operations';
import { Problem } from '../problems/problem';
import { IndicatorPipe } from './indicator.pipe';

/** A definition as machines read it: the rule is data, and says everything that is counted. */
interface IndicatorAnswer extends Omit<Indicator, 'splits'> {
  readonly splits: readonly Dimension[];
  /** Splits for those who may not see persons. */
  readonly openSplits: readonly Dimension[];
  /** Kinds of fact that can change it. */
  readonly kinds: readonly string[];
}

const answerOf = (indicator: Indicator): IndicatorAnswer => ({
  ...indicator,
  splits: splitsOf(indicator),
  openSplits: openSplits(indicator),
  kinds: kindsOfIndicator(indicator),
});

/** What is counted, and how. */
@Controller('api/v1/indicators')
export class IndicatorsController {
  /** Every indicator in the order of its section. */
  @Get()
  @Allow('indicator.read')
  @ApiIndicators()
  list(@Res({ passthrough: true }) response: Response): { readonly indicators: readonly IndicatorAnswer[] } {
    const answer = { indicators: [...INDICATORS.values()].map(answerOf) };
    response.setHeader('ETag', contentTag(answer));
    return answer;
  }

  /** One of them. */
  @Get(':indicator')
  @Allow('indicator.read')
  @ApiIndicator()
  get(@Param('indicator', new IndicatorPipe()) key: string): IndicatorAnswer {
    const found = INDICATORS.get(key);
    if (found === undefined)
      throw new Problem('indicator-unknown', { detail: 'There is no such indicator.' });
    return answerOf(found);
  }
}
