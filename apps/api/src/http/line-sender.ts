import { Inject, Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorCode, type Logger } from '@lotse/platform';
import type { Request, Response } from 'express';
import { Draining } from '../draining';
import { LOGGER } from '../ports';
import type { Problem } from '../problems/problem';
import { answerLines } from './answer-lines';
import { requestIdOf } from './request-id';
import { inSameContext } from './same-context';
import { uploaded } from './uploaded';

export const JSON_LINES = 'application/x-ndjson';

/** Takes and answers JSON Lines row by row, with back-pressure both ways. Nothing is gathered. */
@Injectable()
export class LineSender {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly draining: Draining,
  ) {}

  /** The body as it comes in. */
  upload(request: Request): Readable {
    return uploaded(request, this.draining.signal);
  }

  /**
   * Sends each row at once, while the rest of the body may still be on its way.
   * @param none the problem that it is when there is no row at all; otherwise the answer is empty then
   */
  async send(
    request: Request,
    response: Response,
    given: AsyncGenerator<object>,
    none?: Problem,
  ): Promise<void> {
    const rows = inSameContext(given);
    const requestId = requestIdOf(response);
    const onFailure = (error: unknown): void =>
      this.logger.warn({ requestId, err: error }, 'answer stopped early');
    // An error before the first row is still an ordinary problem with its own status.
    const first = await rows.next();
    if (first.done === true && none !== undefined) throw none;
    const stopping = this.draining.signal;
    const lines = answerLines(first, rows, { path: request.path, requestId, stopping, onFailure });
    response.status(200).type(JSON_LINES);
    try {
      await pipeline(Readable.from(lines), response);
    } catch (error) {
      // The sender went away. What was answered stands; the same request again completes the rest.
      this.logger.info({ requestId, code: errorCode(error) }, 'answer left by its sender');
    }
    if (!request.complete) request.resume().socket.end();
  }
}
