import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type { components } from './generated/schema';
import { answerOf } from './problem';

type Schemas = components['schemas'];
export type Receipt = Schemas['ErasureList']['receipts'][number];
export type Hold = Schemas['HoldList']['holds'][number];

const of = (person: string) => ({ params: { path: { person } } });

/** What an erasure of the person would do, or its receipt. */
export const erasureQuery = (person: string) =>
  queryOptions({
    queryKey: ['erasure', person],
    queryFn: () => answerOf(api.GET('/api/v1/persons/{person}/erasure', of(person))),
  });
export const erase = (person: string) => answerOf(api.POST('/api/v1/persons/{person}/erasure', of(person)));

export const receiptsQuery = queryOptions({
  queryKey: ['erasures'],
  queryFn: () => answerOf(api.GET('/api/v1/erasures')),
});

export const holdsQuery = queryOptions({
  queryKey: ['holds'],
  queryFn: () => answerOf(api.GET('/api/v1/holds')),
});
export const setHold = (body: Schemas['HoldRequest']) => answerOf(api.POST('/api/v1/holds', { body }));
export const liftHold = (hold: string, reason: string) =>
  answerOf(api.POST('/api/v1/holds/{hold}/lift', { params: { path: { hold } }, body: { reason } }));
