import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../problems/problem';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/;

/**
 * Refuses foreign `Host` headers. A page of another site can make its own name lead to the loopback (DNS rebinding) and would
 * then speak to this API as if it were its own.
 * @param publicUrl its host is served beside the loopback names
 */
export function knownHosts(publicUrl: string | undefined) {
  const known = new Set(publicUrl === undefined ? LOOPBACK : [...LOOPBACK, new URL(publicUrl).hostname]);
  return (request: Request, _response: Response, next: NextFunction): void => {
    const name = HOST.exec(request.headers.host?.toLowerCase() ?? '')?.[1];
    if (name !== undefined && known.has(name)) next();
    else
      next(
        new Problem('host-not-allowed', {
          detail: `Ask for ${[...known].join(', ')}; another name is served once PUBLIC_URL names it.`,
        }),
      );
  };
}
