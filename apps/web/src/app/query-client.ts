import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query';
import { ApiProblem, isSignedOut } from '../api/problem';
import { sessionEnded } from '../session/session-ended';

const noteEnd = (error: unknown): void => {
  if (isSignedOut(error)) sessionEnded.tell();
};

/** What the API refuses is not asked again; what the network lost is, twice. */
const again = (count: number, error: unknown): boolean => !(error instanceof ApiProblem) && count < 2;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteEnd }),
  mutationCache: new MutationCache({ onError: noteEnd }),
  defaultOptions: {
    queries: { retry: again, staleTime: 15_000 }, // A command that there is no network for is kept by the outbox, not by the library.
    mutations: { retry: false, networkMode: 'always' },
  },
});
