import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Files } from '@lotse/files';
import type { Principal } from '@lotse/policy';
import type { Redaction, RedactionAnswer, Reporting } from '@lotse/reports';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { mayIn } from '../figures/reached';
import { fileUnknown } from '../files/taken';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { scopedId } from '../http/scoped-id';
import {
  ApiApproveRedaction,
  ApiProposeRedaction,
  ApiRedaction,
} from '../openapi/operations/redactions.operations';
import { FILES, REPORTING } from '../ports';
import { askerOf } from '../privacy/granted';
import { Problem } from '../problems/problem';
import { RedactionRequest } from './redaction.request';

type Accepted = Exclude<RedactionAnswer, { readonly result: 'refused' }>;

function accepted(answer: RedactionAnswer): Accepted {
  if (answer.result !== 'refused') return answer;
  throw new Problem(answer.code, { detail: answer.message });
}

/** Redacted versions of documents for auditors' rooms: two people vouch for each. */
@Controller('api/v1/redactions')
export class RedactionsController {
  constructor(
    @Inject(REPORTING) private readonly reporting: Reporting,
    @Inject(FILES) private readonly files: Files,
  ) {}

  /** Says which pictures are the redacted version of a document. */
  @Post()
  @HttpCode(201)
  @JsonBody()
  @Allow('redaction.make')
  @ApiProposeRedaction()
  async propose(
    @Body(new EnvelopePipe(RedactionRequest)) { id, file, pages }: RedactionRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Accepted> {
    const original = await this.files.find(file);
    if (original === undefined || !mayIn(principal, 'redaction.make', original.programme))
      throw fileUnknown(file);
    const redaction = { id: scopedId([file], id), file, pages };
    return accepted(await this.reporting.redactions.propose(redaction, askerOf(principal)));
  }

  /** One, with the hashes of both. */
  @Get(':redaction')
  @Allow('redaction.make')
  @ApiRedaction()
  get(
    @Param('redaction', new IdPipe('redaction')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Redaction> {
    return this.mustReach(id, principal);
  }

  /** A second person, who has compared both, approves it. */
  @Post(':redaction/approval')
  @HttpCode(200)
  @Allow('redaction.make')
  @ApiApproveRedaction()
  async approve(
    @Param('redaction', new IdPipe('redaction')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Accepted> {
    await this.mustReach(id, principal);
    return accepted(await this.reporting.redactions.approve(id, askerOf(principal)));
  }

  private async mustReach(id: string, principal: Principal): Promise<Redaction> {
    const redaction = await this.reporting.redactions.find(id);
    if (redaction === undefined || !mayIn(principal, 'redaction.make', redaction.programme))
      throw new Problem('redaction-unknown', { detail: `There is no redaction ${id}.` });
    return redaction;
  }
}
