import { createHash } from 'node:crypto';

/** What is kept of a token. Tokens are random and long, so a plain digest gives no clue to them. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
