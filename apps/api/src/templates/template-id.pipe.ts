import type { PipeTransform } from '@nestjs/common';
import { Problem } from '../problems/problem';

const TEMPLATE_ID = /^[a-z0-9-]{1,48}@[1-9]\d{0,4}$/;

/** Name and version of a template in the address. What cannot be one is not asked for. @throws Problem */
export class TemplateIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (TEMPLATE_ID.test(value)) return value;
    throw new Problem('template-unknown', {
      detail: 'Templates are named <name>@<number>, such as de-glass@2: list them.',
    });
  }
}
