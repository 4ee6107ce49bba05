import type { JourneyState } from '@lotse/domain';
import { journeyFactsOf, type JourneyFacts } from '@lotse/policy';
import { refusedFor, type Refused } from '../answer';
import type { Door } from '../submit/decide-on';
import { standing } from '../read/standing';

/** A journey with its person's key, for what is sealed beside the facts. */
export interface Concerned {
  readonly state: JourneyState;
  readonly facts: JourneyFacts;
  readonly wrappedKey: Buffer;
}

export const unknownJourney = (journey: string): Refused =>
  refusedFor('journey-unknown', 'journey', ['university'], `There is no journey ${journey}.`);

/** Null when there is no such journey, or its person's key was destroyed. */
export async function concerned(
  { journeys }: Pick<Door, 'journeys'>,
  journey: string,
): Promise<Concerned | null> {
  const found = await journeys.look({
    commandId: '',
    journeyId: journey,
    organisations: [],
    spansPerson: false,
    needsPerson: false,
  });
  if (found.journey === undefined || found.wrappedKey === undefined) return null;
  const state = await standing(found, journey, () => journeys.facts(journey));
  return { state, facts: journeyFactsOf(state), wrappedKey: found.wrappedKey };
}
