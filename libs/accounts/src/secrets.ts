import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';

/** 32 random bytes in text. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. Secrets are random and long, so a plain digest gives no clue to them. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const newId = (): string => randomUUID();

/** Six digits, for a mail. */
export const newDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0');
