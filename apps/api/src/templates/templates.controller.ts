import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { JsonObject, TemplateDifference, TemplateFault } from '@lotse/domain';
import type { DraftAnswer, Journeys, ListedTemplate, PublishAnswer, Refused } from '@lotse/journeys';
import type { Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentOwner } from '../http/current-owner.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { contentTag } from '../http/etag';
import { JsonBody } from '../http/json-body.decorator';
import { JsonObjectPipe } from '../http/json-object.pipe';
import {
  ApiDifferences,
  ApiDraft,
  ApiPublish,
  ApiTemplate,
  ApiTemplates,
  ApiValidate,
} from '../openapi/operations/templates.operations';
import { JOURNEYS } from '../ports';
import { accepted } from '../problems/accepted';
import { fieldsProblem, Problem } from '../problems/problem';
import { DifferencesQuery } from './differences.query';
import { TemplateIdPipe } from './template-id.pipe';

const unknown = (...ids: readonly string[]): Problem =>
  new Problem('template-unknown', { detail: `There is no template ${ids.join(' or ')}: list them.` });

@Controller('api/v1/templates')
export class TemplatesController {
  constructor(@Inject(JOURNEYS) private readonly journeys: Journeys) {}

  /** Published templates and drafts, those of the release too. */
  @Get()
  @Allow('template.read')
  @ApiTemplates()
  async list(): Promise<{ readonly templates: readonly ListedTemplate[] }> {
    return { templates: await this.journeys.listTemplates() };
  }

  /** Everything wrong with a template; keeps nothing. */
  @Post('validate')
  @HttpCode(200)
  @JsonBody()
  @Allow('template.read')
  @ApiValidate()
  validate(@Body(new JsonObjectPipe()) body: JsonObject): { readonly faults: readonly TemplateFault[] } {
    return { faults: this.journeys.validateTemplate(body) };
  }

  /** One template: stages, guards and clocks as data. A published version never changes. */
  @Get(':template')
  @Allow('template.read')
  @ApiTemplate()
  async get(
    @Param('template', new TemplateIdPipe()) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JsonObject> {
    const found = await this.journeys.getTemplate(id);
    if (found === null) throw unknown(id);
    response.setHeader('ETag', contentTag(found.body)).setHeader('Cache-Control', 'private, no-cache');
    return found.body;
  }

  /** What differs from another template, by path. */
  @Get(':template/differences')
  @Allow('template.read')
  @ApiDifferences()
  async differences(
    @Param('template', new TemplateIdPipe()) id: string,
    @Query(new EnvelopePipe(DifferencesQuery)) { from }: DifferencesQuery,
  ): Promise<{ readonly differences: readonly TemplateDifference[] }> {
    const differences = await this.journeys.diffTemplates(from, id);
    if (differences === null) throw unknown(from, id);
    return { differences };
  }

  /** Keeps a draft, with its faults. */
  @Put(':template')
  @JsonBody()
  @Allow('template.draft')
  @ApiDraft()
  async draft(
    @Param('template', new TemplateIdPipe()) id: string,
    @Body(new JsonObjectPipe()) body: JsonObject,
    @CurrentOwner() submittedBy: string,
  ): Promise<Exclude<DraftAnswer, Refused>> {
    if (body.id !== id)
      throw fieldsProblem([{ field: 'id', remedy: `Give id in the body as in the address, ${id}.` }]);
    return accepted(await this.journeys.draftTemplate(body, { submittedBy }));
  }

  /** From then on the template never changes. */
  @Post(':template/publish')
  @HttpCode(200)
  @Allow('template.publish')
  @ApiPublish()
  async publish(
    @Param('template', new TemplateIdPipe()) id: string,
    @CurrentOwner() submittedBy: string,
  ): Promise<Exclude<PublishAnswer, Refused>> {
    return accepted(await this.journeys.publishTemplate(id, { submittedBy }));
  }
}
