import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { Audit } from '@lotse/audit';
import type { Principal } from '@lotse/policy';
import type { Reporting } from '@lotse/reports';
import { pageOf } from '../audit/audit-page';
import { AUDIT } from '../audit/audit.tokens';
import { AccessesQuery } from '../audit/list-audit.query';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { mayIn } from '../figures/reached';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { limitOf } from '../http/limit';
import { ApiRoomLog } from '../openapi/operations/samples.operations';
import { REPORTING } from '../ports';
import { Problem } from '../problems/problem';
import { lookOf, type RoomLog } from './room-log';

/** Who opened what in an auditor's room: for those who opened it, and those who watch over it. */
@Controller('api/v1/rooms/:room/log')
export class RoomLogController {
  constructor(
    @Inject(REPORTING) private readonly reporting: Reporting,
    @Inject(AUDIT) private readonly audit: Audit,
  ) {}

  /** From the audit, youngest first. */
  @Get()
  @Allow('room.log')
  @ApiRoomLog()
  async log(
    @Param('room', new IdPipe('room')) id: string,
    @Query(new EnvelopePipe(AccessesQuery)) query: AccessesQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<RoomLog> {
    const room = await this.reporting.samples.room(id);
    if (room === undefined || !mayIn(principal, 'room.log', room.programme))
      throw new Problem('room-unknown', { detail: `There is no room ${id}.` });
    const limit = limitOf(query);
    const before = query.cursor === undefined ? {} : { before: Number(query.cursor) };
    await this.audit.seal();
    const page = pageOf(await this.audit.list({ subjects: [`room/${id}`], ...before, limit }), limit);
    return { programme: room.programme, room: id, ...page, entries: page.entries.map(lookOf) };
  }
}
