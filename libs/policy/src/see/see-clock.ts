import { CLOCK_TOPICS } from '../field-topics';
import type { Topic } from '../topics';

/** What a clock or task is about, by its code: `complaint-receipt.k-1` is about a complaint. */
export function clockTopic(code: string): Topic {
  const bare = code.startsWith('clock:') ? code.slice('clock:'.length) : code;
  const [name = ''] = bare.split(/[.:]/);
  return CLOCK_TOPICS[name] ?? 'course';
}
