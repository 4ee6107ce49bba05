import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type { components } from './generated/schema';
import { answerOf } from './problem';

export type Agreement = components['schemas']['AgreementRecord'] & { readonly id: string };

const textIn = (body: Readonly<Record<string, unknown>>, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value : '';
};

const agreementOf = (id: string, body: Readonly<Record<string, unknown>>): Agreement => ({
  id,
  organisation: textIn(body, 'organisation'),
  kind: textIn(body, 'kind'),
  from: textIn(body, 'from'),
  to: textIn(body, 'to'),
  ...(textIn(body, 'evidence') === '' ? {} : { evidence: textIn(body, 'evidence') }),
});

/** The newest version of each agreement of a programme, page after page. */
export const agreementsQuery = (programme: string | undefined) =>
  queryOptions({
    queryKey: ['agreements', programme ?? ''],
    enabled: programme !== undefined,
    queryFn: async (): Promise<readonly Agreement[]> => {
      const agreements: Agreement[] = [];
      for (let after: string | undefined; ;) {
        const page = await answerOf(
          api.GET('/api/v1/programmes/{programme}/agreements', {
            params: {
              path: { programme: programme ?? '' },
              query: { limit: 200, ...(after === undefined ? {} : { after }) },
            },
          }),
        );
        agreements.push(...page.records.map(({ id, body }) => agreementOf(id, body)));
        if (page.next === undefined) return agreements;
        after = page.next;
      }
    },
  });

/** Keeps an agreement; the same again is unchanged, another body is its next version. */
export const putAgreement = (programme: string, { id, ...body }: Agreement) =>
  answerOf(
    api.PUT('/api/v1/programmes/{programme}/agreements/{id}', { params: { path: { programme, id } }, body }),
  );
