import { CLOCK_TOPICS } from '../field-topics';
import { seesAll, type Sight } from '../sight';
import type { Topic } from '../topics';

/** What a clock or task is about, by its code: `complaint-receipt.k-1` is about a complaint. */
export function clockTopic(code: string): Topic {
  const bare = code.startsWith('clock:') ? code.slice('clock:'.length) : code;
  const [name = ''] = bare.split(/[.:]/);
  return CLOCK_TOPICS[name] ?? 'course';
}

/** Beginnings of the codes of clocks and tasks that stay hidden. */
export const hiddenClocks = (sight: Sight): readonly string[] =>
  Object.entries(CLOCK_TOPICS).flatMap(([code, topic]) => (seesAll(sight, topic) ? [] : [code]));
