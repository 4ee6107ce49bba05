import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type { components } from './generated/schema';
import { answerOf } from './problem';

export type CohortLine = components['schemas']['CohortLine'];

/** Every journey of a programme at a glance, page after page. */
export const cohortQuery = (programme: string | undefined) =>
  queryOptions({
    queryKey: ['cohort', programme ?? ''],
    queryFn: async (): Promise<readonly CohortLine[]> => {
      const lines: CohortLine[] = [];
      for (let cursor: string | undefined; ;) {
        const query = {
          ...(programme === undefined ? {} : { programme }),
          ...(cursor === undefined ? {} : { cursor }),
        };
        const page = await answerOf(api.GET('/api/v1/cohort', { params: { query } }));
        lines.push(...page.journeys);
        if (page.next === undefined) return lines;
        cursor = page.next;
      }
    },
    staleTime: 30_000,
  });
