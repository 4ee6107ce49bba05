import { relationOf, type Subject } from './relation';
import { grantsFor, rowsOf } from './may';
import type { Grant, Principal } from './principal';
import type { Topic } from './topics';

/** One reason to see a topic: by which grant, and whether only what is on its own side. */
export interface View {
  readonly grant: Grant;
  readonly ownSide: boolean;
}

/** What a principal sees of a subject, by topic. */
export type Sight = ReadonlyMap<Topic, readonly View[]>;

/** Topics of a subject that a principal sees, with the grants that open them. */
export function visibleFields(principal: Principal, subject: Subject): Sight {
  const sight = new Map<Topic, View[]>();
  for (const grant of grantsFor(principal, subject)) {
    const facts = subject.kind === 'journey' ? subject.journey : undefined;
    for (const { sees, ownSide = false } of rowsOf(grant, relationOf(grant, subject), facts))
      for (const topic of sees) sight.set(topic, [...(sight.get(topic) ?? []), { grant, ownSide }]);
  }
  return sight;
}

/** Seen whosesoever it is. */
export const seesAll = (sight: Sight, topic: Topic): boolean =>
  sight.get(topic)?.some(({ ownSide }) => !ownSide) ?? false;

/**
 * The organisations on whose side a topic is seen: what was sent for them is everybody's there. Mentors have a side of their own
 * within theirs, which ends at their own placement.
 */
export const sidesOf = (sight: Sight, topic: Topic): readonly string[] =>
  (sight.get(topic) ?? []).flatMap(({ grant: { role, organisation } }) =>
    organisation === undefined || role === 'mentor' ? [] : [organisation],
  );

/** Seen of one's own side at least. */
export const seesOwn = (sight: Sight, topic: Topic): boolean => sight.has(topic);
