import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { answerOf, isSignedOut } from '../api/problem';
import type { Role, Session } from '../api/types';

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await answerOf(api.GET('/api/v1/session'));
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** What the asker may do and see, from the one policy table. */
export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: () => answerOf(api.GET('/api/v1/policy')),
  staleTime: 60_000,
});

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => answerOf(api.GET('/api/v1/account')),
  staleTime: 300_000,
});

export interface Me {
  readonly account: string;
  readonly roles: readonly Role[];
  readonly actions: ReadonlySet<string>;
  /** As which a command is given: the role, with its organisation where it acts for one. */
  readonly by: (
    roles: readonly string[],
  ) => { readonly role: Role; readonly organisation?: string } | undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The signed-in user with roles and actions; only inside the frame, which waits for both. */
export function useMe(): Me {
  const { data: session } = useQuery(sessionQuery);
  const { data: policy } = useQuery(policyQuery);
  const grants = session?.grants ?? [];
  return {
    account: session?.account ?? '',
    roles: grants.map(({ role }) => role),
    actions: new Set(policy?.actions ?? []),
    by: (roles) => {
      const grant = grants.find(({ role }) => roles.includes(role));
      if (grant === undefined) return undefined;
      const organisation = textOf(grant.organisation);
      return { role: grant.role, ...(organisation === undefined ? {} : { organisation }) };
    },
  };
}

export const signOut = (): Promise<unknown> => answerOf(api.DELETE('/api/v1/session'));
