import type { PipeTransform } from '@nestjs/common';
import { Problem } from '../problems/problem';

const NUMBER = /^[1-9]\d{0,8}$/;

/** The number of a deputy in the address; what is none names no deputy. @throws Problem */
export class NumberPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (NUMBER.test(value)) return Number(value);
    throw new Problem('deputy-unknown', { detail: 'Deputies have numbers from 1: list them.' });
  }
}
