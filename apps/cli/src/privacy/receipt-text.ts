import type { Receipt } from '@lotse/privacy';
import { table } from '../output/table';

/** A receipt for people: what was done, store by store. Stores in which nothing lay are left out. */
export function receiptText({
  erasure,
  person,
  journeys,
  erasedAt,
  complete,
  lines,
  remains,
}: Receipt): string {
  const rows = lines
    .filter(({ count, state }) => count > 0 || state === 'waiting')
    .map(({ store, table: of, what, count, state }) => [
      of === undefined ? store : `${store}.${of}`,
      what,
      String(count),
      state,
    ]);
  return [
    `Erasure ${erasure} of ${person} (journeys: ${journeys.join(', ') || 'none'}) at ${erasedAt}`,
    table(['store', 'what', 'count', 'state'], rows).trimEnd(),
    complete ? 'Complete.' : 'What waits is done by the worker within a minute of its running.',
    ...remains,
    '',
  ].join('\n');
}
