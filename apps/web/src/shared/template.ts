import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import type { Template } from '../api/types';
import { useWords } from '../i18n/words';

const templateQuery = (id: string) =>
  queryOptions({
    queryKey: ['template', id],
    queryFn: () => answerOf(api.GET('/api/v1/templates/{template}', { params: { path: { template: id } } })),
    staleTime: 600_000,
    enabled: id !== '',
  });

export const useTemplate = (id: string): Template | undefined => useQuery(templateQuery(id)).data;

/** Name of a stage in the reader's language: from the catalogue, or as the template has it. */
export function useStageName(template?: Template): (code: string) => string {
  const word = useWords();
  return (code) => {
    const name = word('stages', code);
    return name === code ? (template?.stages.find((stage) => stage.code === code)?.name.en ?? code) : name;
  };
}
