import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@lotse/platform';
import type { Request, Response } from 'express';
import type { RefusalAudit } from '../audit/refusal-audit';
import { etagOf } from '../http/etag';
import { requestIdOf } from '../http/request-id';
import { problemDetails } from './problem-details';
import { toProblem } from './to-problem';

/** Seconds after which it is worth asking again. */
const RETRY_AFTER = '5';

/** Answers every error as `application/problem+json`; what nobody foresaw is logged, without its text. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly audit: RefusalAudit,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const problem = toProblem(error);
    this.audit(problem, request, response);
    const requestId = requestIdOf(response);
    if (problem.httpStatus >= 500)
      this.logger.error({ requestId, code: problem.code, err: error }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.httpStatus === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="lotse"');
    if (problem.httpStatus === 503) response.setHeader('Retry-After', RETRY_AFTER);
    if (problem.version !== undefined) response.setHeader('ETag', etagOf(problem.version));
    // A body that nobody will read would be taken for the next request.
    if (!request.complete) response.setHeader('Connection', 'close');
    response
      .status(problem.httpStatus)
      .type('application/problem+json')
      .send(JSON.stringify(problemDetails(problem, { path: request.path, requestId })));
  }
}
