import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { Audit } from '@lotse/audit';
import { Allow } from '../auth/allow.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { limitOf } from '../http/limit';
import { ApiAccesses, ApiAudit } from '../openapi/operations/audit.operations';
import { beforeOf, pageOf, type AuditPage } from './audit-page';
import { AUDIT } from './audit.tokens';
import { AccessesQuery, ListAuditQuery } from './list-audit.query';

@Controller('api/v1')
export class AuditController {
  constructor(@Inject(AUDIT) private readonly audit: Audit) {}

  /** Entries of the audit, youngest first. */
  @Get('audit')
  @Allow('audit.read')
  @ApiAudit()
  async list(@Query(new EnvelopePipe(ListAuditQuery)) query: ListAuditQuery): Promise<AuditPage> {
    const { cursor: _cursor, limit: _limit, subject, ...filter } = query;
    const limit = limitOf(query);
    const subjects = subject === undefined ? {} : { subjects: [subject] };
    await this.audit.seal();
    return pageOf(await this.audit.list({ ...filter, ...subjects, ...beforeOf(query), limit }), limit);
  }

  /** Who reached what of a person, when and why, youngest first. */
  @Get('persons/:person/accesses')
  @Allow('audit.read')
  @ApiAccesses()
  async accesses(
    @Param('person', new IdPipe('person')) person: string,
    @Query(new EnvelopePipe(AccessesQuery)) query: AccessesQuery,
  ): Promise<AuditPage> {
    const limit = limitOf(query);
    await this.audit.seal();
    return pageOf(await this.audit.accesses(person, { ...beforeOf(query), limit }), limit);
  }
}
