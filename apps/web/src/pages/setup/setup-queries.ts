import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import type { components } from '../../api/generated/schema';
import { linesOf } from '../../live/bulk';

type Schemas = components['schemas'];
export type Template = Schemas['Template'];
export type Stage = Schemas['TemplateStage'];
export type Clock = Schemas['TemplateClock'];
export type Listed = Schemas['Templates']['templates'][number];
export type TemplateFault = Schemas['TemplateFault'];
/** Old code of a stage to the new one. */
export type Mapping = Readonly<Record<string, string>>;
export type SimulatedRow = Schemas['SimulatedRow'];

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: async () => (await answerOf(api.GET('/api/v1/templates'))).templates,
});

/** Read anew each time: a draft changes. */
export const templateBodyQuery = (id: string) =>
  queryOptions({
    queryKey: ['templates', id],
    queryFn: () => answerOf(api.GET('/api/v1/templates/{template}', { params: { path: { template: id } } })),
    enabled: id !== '',
  });

/** Everything wrong with a draft as it stands in the form. Keeps nothing. */
export const faultsQuery = (draft: Template) =>
  queryOptions({
    queryKey: ['template-faults', draft],
    queryFn: async (): Promise<readonly TemplateFault[]> =>
      (await answerOf(api.POST('/api/v1/templates/validate', { body: draft }))).faults,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

/** Where each open journey of a programme would stand. Keeps nothing. @throws ApiProblem, Offline */
export const simulate = (template: string, programme: string, mapping: Mapping): Promise<SimulatedRow[]> =>
  linesOf<SimulatedRow>(
    `/api/v1/templates/${encodeURIComponent(template)}/simulate`,
    JSON.stringify({ programme, mapping }),
    'application/json',
  );

const nameOf = (id: string): string => id.split('@')[0] ?? id;
const numberOf = (id: string): number => Number(id.split('@')[1] ?? 0);

/** The id of the next version of a template: published ones never change. */
export const nextVersion = (id: string, all: readonly Listed[]): string =>
  `${nameOf(id)}@${Math.max(...all.filter((one) => nameOf(one.id) === nameOf(id)).map((one) => numberOf(one.id))) + 1}`;

/** What a draft is compared with: the published version before it. */
export const publishedBefore = (id: string, all: readonly Listed[]): string | undefined =>
  all
    .filter(
      (one) => one.status === 'published' && nameOf(one.id) === nameOf(id) && numberOf(one.id) < numberOf(id),
    )
    .toSorted((one, other) => numberOf(other.id) - numberOf(one.id))[0]?.id;
