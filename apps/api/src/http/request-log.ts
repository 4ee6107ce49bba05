import type { Logger } from '@lotse/platform';
import type { NextFunction, Request, Response } from 'express';
import { requestIdOf } from './request-id';

/** The route's pattern, never the path: people write anything into addresses. */
function routeOf(request: Request): string {
  const route: unknown = request.route;
  return typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : 'none';
}

/** One line per answered request; health questions and the documentation only at level debug. */
export const requestLog =
  (logger: Logger) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const started = process.hrtime.bigint();
    response.once('close', () => {
      const level = request.path.startsWith('/api/') ? 'info' : 'debug';
      if (!logger.isLevelEnabled(level)) return;
      const ms = Number((process.hrtime.bigint() - started) / 10_000n) / 100;
      logger[level](
        {
          requestId: requestIdOf(response),
          method: request.method,
          route: routeOf(request),
          status: response.statusCode,
          ms,
          ...(response.writableFinished ? {} : { cutOff: true }),
        },
        'request answered',
      );
    });
    next();
  };
