import { Controller, Get, Param } from '@nestjs/common';
import { TEMPLATES, type Template } from '@lotse/domain';
import { ApiTemplate } from '../openapi/operations';
import { Problem } from '../problems/problem';

@Controller('api/v1/templates')
export class TemplatesController {
  /** One published template: stages, guards and clocks as data. A published version never changes. */
  @Get(':template')
  @ApiTemplate()
  get(@Param('template') id: string): Template {
    const template = TEMPLATES.get(id);
    if (template !== undefined) return template;
    throw new Problem('template-unknown', {
      detail: `Published templates are ${[...TEMPLATES.keys()].join(', ')}.`,
    });
  }
}
