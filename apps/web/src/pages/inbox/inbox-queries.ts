import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import type { Role } from '../../api/types';
import type { Me } from '../../session/session';

export type View = 'mine' | 'waiting' | 'snoozed';

/** Roles that see everybody's tasks and list their own part of them; others get their own anyway. */
const OFFICE: readonly Role[] = ['coordinator', 'data-protection-lead'];
const roleOf = ({ roles }: Me): { role?: Role } => {
  const role = roles.find((one) => OFFICE.includes(one));
  return role === undefined ? {} : { role };
};

/** Tasks by due day, a page at a time. */
export const inboxQuery = (me: Me, view: View, programme: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['inbox', me.account, view, programme ?? ''],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/inbox', {
          params: {
            query: {
              ...roleOf(me),
              limit: 100,
              ...(programme === undefined ? {} : { programme }),
              ...(view === 'waiting' ? { waiting: 'true' as const } : {}),
              ...(view === 'snoozed' ? { snoozed: 'true' as const } : {}),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** How much there is to do, up to 200. */
export const inboxCountQuery = (me: Me) =>
  queryOptions({
    queryKey: ['inbox-count', me.account],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/inbox', { params: { query: { ...roleOf(me), limit: 200 } } }))).tasks
        .length,
    staleTime: 60_000,
  });

/** To whom a task can be handed, by name. */
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: async () => (await answerOf(api.GET('/api/v1/inbox/colleagues'))).colleagues,
  staleTime: 300_000,
});
