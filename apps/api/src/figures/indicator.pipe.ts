import type { PipeTransform } from '@nestjs/common';
import { INDICATORS } from '@lotse/domain';
import { Problem } from '../problems/problem';

/** A part of the address that names an indicator. @throws Problem */
export class IndicatorPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (INDICATORS.has(value)) return value;
    throw new Problem('indicator-unknown', { detail: 'There is no such indicator: see /api/v1/indicators.' });
  }
}
