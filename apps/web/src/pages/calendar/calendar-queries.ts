import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import type { components } from '../../api/generated/schema';

type RecordRow = components['schemas']['RecordPage']['records'][number];

/** A page of one kind of records. */
type Page = components['schemas']['RecordPage'];

async function all(page: (after: string | undefined) => Promise<Page>): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = [];
  for (let after: string | undefined; ;) {
    const { records, next } = await page(after);
    rows.push(...records);
    if (next === undefined) return rows;
    after = next;
  }
}

/** Trips, interviews and events of a programme, as they stand now. */
export const meetingsQuery = (programme: string) =>
  queryOptions({
    queryKey: ['records', programme],
    queryFn: async () => {
      const asked = (after: string | undefined) => ({
        params: { path: { programme }, query: after === undefined ? {} : { after } },
      });
      const [trips, interviews, events] = await Promise.all([
        all((after) => answerOf(api.GET('/api/v1/programmes/{programme}/trips', asked(after)))),
        all((after) => answerOf(api.GET('/api/v1/programmes/{programme}/interviews', asked(after)))),
        all((after) => answerOf(api.GET('/api/v1/programmes/{programme}/events', asked(after)))),
      ]);
      return { trips, interviews, events };
    },
    enabled: programme !== '',
  });
export type Meetings = Record<'trips' | 'interviews' | 'events', readonly RecordRow[]>;
