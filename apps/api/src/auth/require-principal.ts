import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../problems/problem';
import { admit } from './principal';
import type { TokenVerifier } from './token-verifier';

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,512}=*)$/i;

/**
 * Everything under /api needs a principal, also what does not exist. It stands before the body is read, so that nobody without
 * one costs memory.
 */
export const requirePrincipal =
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
    admit(response, { id: owner, entrance: 'token', grants: [{ role: 'administrator' }] });
    next();
  };
