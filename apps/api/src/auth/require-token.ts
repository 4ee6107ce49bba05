import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../problems/problem';
import type { TokenVerifier } from './token-verifier';

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,512}=*)$/i;

/**
 * Everything under /api needs a token, also what does not exist. It stands before the body is read, so that nobody without
 * one costs memory.
 */
export const requireToken =
  (verifier: TokenVerifier) =>
  async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const header = request.headers.authorization;
    const token = BEARER.exec(header ?? '')?.[1];
    if (token === undefined)
      throw new Problem('token-missing', {
        detail:
          'Send Authorization: Bearer <token>; the administrator finds the token in LOTSE_HOME/administrator.token.',
      });
    const owner = await verifier.ownerOf(token);
    if (owner === undefined)
      throw new Problem('token-unknown', { detail: "This token is nobody's: it may have been replaced." });
    response.locals.owner = owner;
    next();
  };

/** The owner that `requireToken` found. @throws Error on a route that does not stand behind it */
export function ownerOf(response: Response): string {
  const owner: unknown = response.locals.owner;
  if (typeof owner === 'string') return owner;
  throw new Error('This route does not stand behind requireToken');
}
