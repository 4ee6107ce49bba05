import { createHash } from 'node:crypto';

const LONGEST_SHOWN = 51;
const DIGEST = 12;

/**
 * The id of what somebody makes under an id of their own choice, within what they reach: a programme, a file, a person. The same
 * sending again gives the same id, and what is made under it elsewhere is another thing: nobody learns from a clash which ids there are.
 */
export function scopedId(within: readonly string[], chosen: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([...within, chosen]))
    .digest('hex');
  return `${chosen.slice(0, LONGEST_SHOWN)}.${digest.slice(0, DIGEST)}`;
}
