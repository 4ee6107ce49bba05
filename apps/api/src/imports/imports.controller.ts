import { Controller, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Journeys } from '@lotse/journeys';
import { errorCode, type Logger } from '@lotse/platform';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { Draining } from '../draining';
import { CurrentOwner } from '../http/current-owner.decorator';
import { MediaTypeGuard } from '../http/media-type.guard';
import { requestIdOf } from '../http/request-id';
import { ApiImport } from '../openapi/operations/imports.operations';
import { JOURNEYS, LOGGER } from '../ports';
import { answerLines } from './answer-lines';
import { uploaded } from './uploaded';

const JSON_LINES = 'application/x-ndjson';

@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    @Inject(JOURNEYS) private readonly journeys: Journeys,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly draining: Draining,
  ) {}

  /** Applies JSON Lines as they come and answers each line at once, while the rest is still being sent. Nothing is gathered. */
  @Post()
  @UseGuards(new MediaTypeGuard(JSON_LINES))
  @Allow('import.run')
  @ApiImport()
  async import(
    @Req() request: Request,
    @Res() response: Response,
    @CurrentOwner() submittedBy: string,
  ): Promise<void> {
    const answers = this.journeys.importLines(uploaded(request, this.draining.signal), { submittedBy });
    const requestId = requestIdOf(response);
    const onFailure = (error: unknown): void =>
      this.logger.warn({ requestId, err: error }, 'import stopped early');
    // An error before the first answer is still an ordinary problem with its own status.
    const first = await answers.next();
    const lines = answerLines(first, answers, { path: request.path, requestId, onFailure });
    response.status(200).type(JSON_LINES);
    try {
      await pipeline(Readable.from(lines), response);
    } catch (error) {
      // The sender went away. What was answered stands; the same file again completes the rest.
      this.logger.info({ requestId, code: errorCode(error) }, 'import left by its sender');
    }
    if (!request.complete) request.resume().socket.end();
  }
}
