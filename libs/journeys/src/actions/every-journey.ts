import { reachOf, type Action } from '@lotse/policy';
import type { Sender } from '../answer';
import type { JourneyFilter, JourneyRow, JourneyStore } from '../ports/journey-store.port';

const PAGE = 200;

/** What an action over many journeys is cut to: those that the one who asks for it reaches. */
export function within({ principal }: Sender, action: Action): Pick<JourneyFilter, 'reach'> {
  const reach = principal === undefined ? undefined : reachOf(principal, action);
  return reach === undefined ? {} : { reach };
}

/** Every journey that a filter lets through, by id, page by page. */
export async function* everyJourney(
  journeys: JourneyStore,
  filter: Omit<JourneyFilter, 'after' | 'limit'>,
): AsyncGenerator<JourneyRow> {
  let after: string | undefined;
  for (;;) {
    const page = await journeys.list({ ...filter, ...(after === undefined ? {} : { after }), limit: PAGE });
    yield* page;
    after = page.at(-1)?.id;
    if (after === undefined || page.length < PAGE) return;
  }
}
