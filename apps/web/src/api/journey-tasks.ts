import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { answerOf } from './problem';

/** Clocks and tasks of one journey. */
export const journeyTasksQuery = (journey: string) =>
  queryOptions({
    queryKey: ['journey', journey, 'tasks'],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/inbox', { params: { query: { journey, limit: 200 } } }))).tasks,
  });
