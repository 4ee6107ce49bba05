import { createHash } from 'node:crypto';

const LONGEST_SHOWN = 40;
const DIGEST = 20;

/**
 * The id of a file that an account sent under an id of its own choice. The same sending again gives the same id, and what others sent
 * under it is another file: nobody learns from a clash which ids there are.
 */
export function fileIdOf(journey: string, account: string, chosen: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([journey, account, chosen]))
    .digest('hex');
  return `${chosen.slice(0, LONGEST_SHOWN)}.${digest.slice(0, DIGEST)}`;
}
