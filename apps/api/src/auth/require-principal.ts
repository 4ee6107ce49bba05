import type { Identity } from '@lotse/accounts';
import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../problems/problem';
import type { Cookies } from './cookies';
import { isAnonymousComplaint, needsOf } from './open-routes';
import { admitBy } from './principal';
import type { PrincipalSource } from './principal-source';
import type { RateLimits } from './rate-limits';
import { mustBeSameSite } from './same-site';

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,512}=*)$/i;

export interface Door {
  readonly source: PrincipalSource;
  readonly cookies: Cookies;
  readonly limits: RateLimits;
  readonly publicUrl: string | undefined;
}

const missing = (): Problem =>
  new Problem('token-missing', {
    detail:
      'Sign in, or send Authorization: Bearer <token>; the administrator finds a token in LOTSE_HOME/administrator.token.',
  });

const unknown = (): Problem =>
  new Problem('token-unknown', {
    detail: "This session, token or link is nobody's: it may have ended, been used or been replaced.",
  });

/**
 * Everything under /api needs a principal, also what does not exist, but for the few routes of `OPEN_ROUTES`. It stands before
 * the body is read, so that nobody without one costs memory.
 */
export const requirePrincipal =
  ({ source, cookies, limits, publicUrl }: Door) =>
  async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const needs = needsOf(request.method, request.baseUrl + request.path);
    if (needs === 'nothing') {
      mustBeSameSite(request, publicUrl);
      if (isAnonymousComplaint(request.method, request.baseUrl + request.path))
        await limits.complaint(request.ip ?? '', response);
      next();
      return;
    }
    const identity = await shown(request, response);
    if (needs === 'session' && identity.session === undefined) throw missing();
    if (needs === 'link' && identity.link === undefined) throw unknown();
    admitBy(response, identity);
    const { credential } = identity.principal;
    // The administrator of the machine, who imports and measures, has none.
    if (credential !== undefined) await limits.request(credential, response);
    next();

    async function shown(from: Request, to: Response): Promise<Identity> {
      const token = BEARER.exec(from.headers.authorization ?? '')?.[1];
      const secret = from.headers.authorization === undefined ? cookies.read(from, 'session') : undefined;
      if (token === undefined && secret === undefined) throw missing();
      mustBeSameSite(from, publicUrl);
      const address = from.ip ?? '';
      await limits.mayTry(address, to);
      const found = token === undefined ? await source.bySession(secret ?? '') : await source.byToken(token);
      if (found !== undefined) return found;
      await limits.refused(address);
      if (secret !== undefined) cookies.drop(to, 'session');
      throw unknown();
    }
  };
