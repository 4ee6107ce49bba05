import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type { components } from './generated/schema';
import { answerOf } from './problem';

type Schemas = components['schemas'];
export type AuditPage = Schemas['AuditPage'];
export type AuditEntry = AuditPage['entries'][number];
export type SystemCheck = Schemas['System']['checks'][number];
export type Rules = Schemas['Rules'];
export type RetentionDue = Schemas['RetentionList']['due'][number];

export interface AuditFilters {
  readonly who?: string;
  readonly action?: string;
  readonly outcome?: 'done' | 'refused';
  readonly subject?: string;
  /** Instants. */
  readonly from?: string;
  readonly to?: string;
  readonly programme?: string;
}

/** A page of the audit, the youngest first; being looked at, it grows by that look. */
export const auditPage = (filters: AuditFilters, cursor: string | undefined): Promise<AuditPage> =>
  answerOf(
    api.GET('/api/v1/audit', {
      params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  );

export const retentionQuery = (programme: string | undefined) =>
  queryOptions({
    queryKey: ['retention', programme ?? ''],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/retention', { params: { query: programme === undefined ? {} : { programme } } }),
      ),
  });

/** How every part of the system is; looked at again while somebody looks. */
export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: () => answerOf(api.GET('/api/v1/system')),
  refetchInterval: 30_000,
});

/** The law as it is on a day. */
export const rulesQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: ['rules', on ?? ''],
    queryFn: () => answerOf(api.GET('/api/v1/rules', { params: { query: on === undefined ? {} : { on } } })),
    staleTime: 300_000,
  });

/** Who reached what of a person, the youngest first. */
export const accessesPage = (person: string, cursor: string | undefined): Promise<AuditPage> =>
  answerOf(
    api.GET('/api/v1/persons/{person}/accesses', {
      params: { path: { person }, query: cursor === undefined ? {} : { cursor } },
    }),
  );

export const deadLettersQuery = queryOptions({
  queryKey: ['dead-letters'],
  queryFn: () => answerOf(api.GET('/api/v1/dead-letters')),
});
