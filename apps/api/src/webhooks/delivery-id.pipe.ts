import type { PipeTransform } from '@nestjs/common';
import { fieldsProblem } from '../problems/problem';

const DELIVERY = /^webhook\.[A-Za-z0-9._-]{5,200}$/;

/** Id of a message, made of those of its webhook and its report. @throws Problem */
export class DeliveryIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (DELIVERY.test(value)) return value;
    throw fieldsProblem([
      { field: 'delivery', remedy: 'delivery must be an id as the list of deliveries shows it.' },
    ]);
  }
}
