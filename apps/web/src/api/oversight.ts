import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type { components } from './generated/schema';
import { answerOf } from './problem';

type Schemas = components['schemas'];
export type AuditPage = Schemas['AuditPage'];
export type AuditEntry = AuditPage['entries'][number];
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

interface Ready {
  readonly status: 'ready' | 'not-ready';
  readonly reasons: readonly { readonly code: string; readonly detail: string }[];
}

/** Whether requests are taken. Not being ready is an answer (503), not a failure. */
export const readyQuery = queryOptions({
  queryKey: ['ready'],
  queryFn: async (): Promise<Ready> => {
    const response = await fetch('/health/ready');
    const ready: Ready = JSON.parse(await response.text());
    return ready;
  },
  refetchInterval: 15_000,
});

export const deadLettersQuery = queryOptions({
  queryKey: ['dead-letters'],
  queryFn: () => answerOf(api.GET('/api/v1/dead-letters')),
});
