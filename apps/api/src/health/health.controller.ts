import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Draining } from '../draining';
import { ApiLive, ApiReady } from '../openapi/operations/health.operations';
import { DATABASE, type DatabaseProbe } from '../ports';
import { LiveResponse, NotReadyReason, ReadyResponse } from './health.response';

@Controller('health')
export class HealthController {
  constructor(
    @Inject(DATABASE) private readonly database: DatabaseProbe,
    private readonly draining: Draining,
  ) {}

  /** Whether the process runs at all: asks nobody else. */
  @Get('live')
  @ApiLive()
  live(): LiveResponse {
    return new LiveResponse();
  }

  /** Whether it takes requests; 503 with every reason when not. */
  @Get('ready')
  @ApiReady()
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadyResponse> {
    const answered = await this.database.ask().then(
      () => true,
      () => false,
    );
    const ready = new ReadyResponse([
      ...(this.draining.hasBegun ? [new NotReadyReason('shutting-down', 'This process is stopping.')] : []),
      ...(answered ? [] : [new NotReadyReason('database-unavailable', 'The database does not answer.')]),
    ]);
    response.status(ready.status === 'ready' ? 200 : 503);
    return ready;
  }
}
