import { runWithScope } from '@lotse/persistence';
import { EVERYTHING } from '@lotse/policy';
import type { NextFunction, Request, Response } from 'express';

/** Runs what follows of a request in its scope. Behind the reading of the body, which leaves the scope of whoever waits for it. */
export const inScope = (_request: Request, _response: Response, next: NextFunction): void =>
  runWithScope(EVERYTHING, next);
