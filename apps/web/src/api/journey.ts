import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { answerOf } from './problem';

const path = (journey: string) => ({ params: { path: { journey } } });

/** A journey as of now. */
export const journeyQuery = (journey: string) =>
  queryOptions({
    queryKey: ['journey', journey, 'state'],
    queryFn: () => answerOf(api.GET('/api/v1/journeys/{journey}', path(journey))),
  });

/** Its facts by day. */
export const timelineQuery = (journey: string) =>
  queryOptions({
    queryKey: ['journey', journey, 'timeline'],
    queryFn: () => answerOf(api.GET('/api/v1/journeys/{journey}/timeline', path(journey))),
  });
