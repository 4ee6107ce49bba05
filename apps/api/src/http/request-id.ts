import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const GIVEN = /^[A-Za-z0-9._-]{8,64}$/;

/** Gives each request an id, its sender's own where that is usable, and answers it as `X-Request-Id`. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers['x-request-id'];
  response.setHeader('X-Request-Id', typeof given === 'string' && GIVEN.test(given) ? given : randomUUID());
  next();
}

/** The id under which this request stands in the log. */
export const requestIdOf = (response: Response): string => String(response.getHeader('X-Request-Id') ?? '');
