import type { PipeTransform } from '@nestjs/common';
import { fieldsProblem } from '../problems/problem';
import { ID, ID_WORDS } from './ids';

/** A part of the address that has to be an id: another one may hold what PostgreSQL cannot. @throws Problem */
export class IdPipe implements PipeTransform<string, string> {
  constructor(private readonly field: string) {}

  transform(value: string): string {
    if (ID.test(value)) return value;
    throw fieldsProblem([{ field: this.field, remedy: `${this.field} must ${ID_WORDS}.` }]);
  }
}
