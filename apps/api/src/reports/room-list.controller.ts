import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Principal } from '@lotse/policy';
import type { AuditRoom, Reporting } from '@lotse/reports';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { reached } from '../figures/reached';
import { EnvelopePipe } from '../http/envelope.pipe';
import { ProgrammeQuery } from '../http/programme.query';
import { ApiRooms } from '../openapi/operations/samples.operations';
import { REPORTING } from '../ports';

/** Which rooms were opened in a programme, to whom and until when: for those who may read what they were used for. */
@Controller('api/v1/rooms')
export class RoomListController {
  constructor(@Inject(REPORTING) private readonly reporting: Reporting) {}

  /** Youngest first. */
  @Get()
  @Allow('room.log')
  @ApiRooms()
  async list(
    @Query(new EnvelopePipe(ProgrammeQuery)) query: ProgrammeQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly programme: string; readonly rooms: readonly AuditRoom[] }> {
    const { programme } = await reached(this.reporting, principal, 'room.log', query);
    return { programme, rooms: await this.reporting.samples.rooms(programme) };
  }
}
