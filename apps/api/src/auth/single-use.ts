import type { Accounts } from '@lotse/accounts';
import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../problems/problem';
import { identityOf } from './principal';
import type { PrincipalSource } from './principal-source';

const COMMANDS = /^\/v1\/journeys\/[^/]+\/commands$/;
const USED_UP = 400;

/**
 * A single-use link is held while a command is given by it, and used up when the command was taken. Refused commands leave it as
 * it was; of two requests at once one gets it.
 */
export const singleUse =
  (accounts: Accounts, source: PrincipalSource) =>
  async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const link = identityOf(response)?.link;
    if (link?.singleUse !== true || request.method !== 'POST' || !COMMANDS.test(request.path)) {
      next();
      return;
    }
    if (!(await accounts.scopedLinks.claim(link)))
      throw new Problem('token-unknown', { detail: 'This link was used, or is being used.' });
    response.once('close', () => {
      // Who goes away before the answer may have been served all the same.
      const isUsed = response.statusCode < USED_UP;
      source.forget();
      // Should the database be away now, the link stays held for a minute and is then as it was.
      void accounts.scopedLinks.settle(link, isUsed).catch(() => undefined);
    });
    next();
  };
