import { Controller, Get, Param } from '@nestjs/common';
import { TEMPLATES, type Template } from '@lotse/domain';
import { Allow } from '../auth/allow.decorator';
import { ApiTemplate } from '../openapi/operations/templates.operations';
import { Problem } from '../problems/problem';

@Controller('api/v1/templates')
export class TemplatesController {
  /** One published template: stages, guards and clocks as data. A published version never changes. */
  @Get(':template')
  @Allow('template.read')
  @ApiTemplate()
  get(@Param('template') id: string): Template {
    const template = TEMPLATES.get(id);
    if (template !== undefined) return template;
    throw new Problem('template-unknown', {
      detail: `Published templates are ${[...TEMPLATES.keys()].join(', ')}.`,
    });
  }
}
