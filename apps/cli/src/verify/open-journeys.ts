import type { Journeys, ListedJourney } from '@lotse/journeys';

const PAGE = 1_000;

/** Every journey of the filter, page by page. */
export async function* everyJourney(
  journeys: Pick<Journeys, 'listJourneys'>,
  filter: { readonly programme?: string; readonly stage?: string; readonly status?: string } = {},
): AsyncGenerator<ListedJourney> {
  let after: string | undefined;
  do {
    const page = await journeys.listJourneys({
      ...filter,
      ...(after === undefined ? {} : { after }),
      limit: PAGE,
    });
    yield* page.journeys;
    after = page.next;
  } while (after !== undefined);
}

/** Versions of the open journeys by id: those that must have a workflow. */
export async function openJourneys(journeys: Pick<Journeys, 'listJourneys'>): Promise<Map<string, number>> {
  const open = new Map<string, number>();
  for await (const journey of everyJourney(journeys)) if (journey.open) open.set(journey.id, journey.version);
  return open;
}
