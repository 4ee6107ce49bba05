import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type { components } from './generated/schema';
import { answerOf } from './problem';

type Schemas = components['schemas'];
export type Account = Schemas['Account'];
export type Grant = Schemas['Grant'];

/** Every account that one keeps, page after page. */
export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async (): Promise<readonly Account[]> => {
    const accounts: Account[] = [];
    for (let after: string | undefined; ;) {
      const page = await answerOf(
        api.GET('/api/v1/accounts', { params: { query: after === undefined ? {} : { after } } }),
      );
      accounts.push(...page.accounts);
      if (page.next === undefined) return accounts;
      after = page.next;
    }
  },
});

const of = (account: string) => ({ params: { path: { account } } });

export const invite = (body: Schemas['InviteRequest']) => answerOf(api.POST('/api/v1/accounts', { body }));
export const inviteAgain = (account: string) =>
  answerOf(api.POST('/api/v1/accounts/{account}/invitation', of(account)));
export const setStatus = (account: string, status: 'enabled' | 'disabled') =>
  answerOf(api.PUT('/api/v1/accounts/{account}/status', { ...of(account), body: { status } }));
export const endSessions = (account: string) =>
  answerOf(api.DELETE('/api/v1/accounts/{account}/sessions', of(account)));
export const addGrant = (account: string, grant: Grant) =>
  answerOf(api.POST('/api/v1/accounts/{account}/grants', { ...of(account), body: grant }));
export const removeGrant = (account: string, grant: string) =>
  answerOf(api.DELETE('/api/v1/accounts/{account}/grants/{grant}', { params: { path: { account, grant } } }));
