import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { answerOf } from '../api/problem';

/** Names of the programmes and organisations that somebody has to do with. */
export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  queryFn: () => answerOf(api.GET('/api/v1/directory')),
  staleTime: 300_000,
});

/** The name of an organisation; its id where it is none of one's own. */
export function useOrganisationName(): (id: string | undefined) => string {
  const { data } = useQuery(directoryQuery);
  return (id) => data?.organisations.find((organisation) => organisation.id === id)?.name ?? id ?? '';
}
