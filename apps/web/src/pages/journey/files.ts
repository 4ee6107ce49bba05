import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';

/** Papers of a journey, those that the reader may see; the first hundreds of them. */
export const filesQuery = (journey: string) =>
  queryOptions({
    queryKey: ['journey', journey, 'files'],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/journeys/{journey}/files', { params: { path: { journey } } }))).files,
  });
