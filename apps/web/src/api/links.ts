import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type { components } from './generated/schema';
import { answerOf } from './problem';

type Schemas = components['schemas'];
export type ListedLink = Schemas['ListedLink'];
export type NewLink = Schemas['LinkRequest'];

/** Links of a journey for people without an account, and what became of them. */
export const linksQuery = (journey: string) =>
  queryOptions({
    queryKey: ['journey', journey, 'links'],
    queryFn: () => answerOf(api.GET('/api/v1/links', { params: { query: { journey } } })),
  });

export const sendLink = (body: NewLink) => answerOf(api.POST('/api/v1/links', { body }));

export const revokeLink = (journey: string, link: string) =>
  answerOf(api.DELETE('/api/v1/links/{link}', { params: { path: { link }, query: { journey } } }));
