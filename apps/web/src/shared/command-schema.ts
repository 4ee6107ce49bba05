import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../api/types';
import { LANGUAGES } from '../i18n/languages';
import { newId } from '../live/drafts';
import { directoryQuery } from './directory';
import { useStageName, useTemplate } from './template';

/** A field as openapi.json has it, with what its id names (tools/console-client.js). */
export interface FieldSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly link?: string;
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
}

export interface CommandSchema {
  readonly by: readonly string[];
  readonly data: {
    readonly required?: readonly string[];
    readonly properties?: Readonly<Record<string, FieldSchema>>;
  };
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Fields of every command; they come with the first form. */
export const commandSchemasQuery = queryOptions({
  queryKey: ['command-schemas'],
  queryFn: async (): Promise<Readonly<Record<string, CommandSchema>>> => {
    const { default: schemas } = await import('../api/generated/commands.json');
    return schemas;
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Commands that begin a placement or contract make its id. */
const BEGINS: Readonly<Record<string, string>> = {
  'reserve-placement': 'placement',
  'prepare-contract': 'contract',
};

/** Fields that nobody types: ids of what begins, and the side that somebody acts for. */
export function presetOf(
  command: string,
  schema: CommandSchema,
  role: string,
): Readonly<Record<string, unknown>> {
  const preset: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.data.properties ?? {})) {
    if (field.link === 'own' || BEGINS[command] === name) preset[name] = `${name}-${newId().slice(0, 13)}`;
    if (name === 'party' && field.enum?.includes(role) === true) preset[name] = role;
  }
  return preset;
}

/** Organisation kinds that a field means, by its name. */
const KINDS: Readonly<Record<string, string>> = {
  company: 'company',
  university: 'university',
  municipality: 'municipality',
};

/** What an id or text of a field may be in a journey; undefined where it is free. */
export function useChoices(
  journey: Journey | undefined,
): (
  name: string,
  schema: FieldSchema,
  data: Readonly<Record<string, unknown>>,
) => readonly Choice[] | undefined {
  const { t } = useTranslation('common');
  const { data: directory } = useQuery(directoryQuery);
  const template = useTemplate(journey?.template ?? '');
  const stage = useStageName(template);
  const named = (id: string): string => directory?.organisations.find((one) => one.id === id)?.name ?? id;
  return (name, schema, data) => {
    const placements = Object.values(journey?.state.placements ?? {});
    if (schema.link === 'placement')
      return placements.map(({ id, company, site, from }) => ({
        value: id,
        label: `${named(company)}, ${site} (${from})`,
      }));
    if (schema.link === 'contract')
      return Object.values(journey?.state.contracts ?? {}).map(({ id, company, startsOn }) => ({
        value: id,
        label: `${named(company)} (${startsOn})`,
      }));
    if (schema.link === 'organisation')
      return (directory?.organisations ?? [])
        .filter(({ kind }) => KINDS[name] === undefined || kind === KINDS[name])
        .map(({ id, name: label }) => ({ value: id, label }));
    if (schema.link === 'programme')
      return (directory?.programmes ?? []).map(({ id, name: label }) => ({ value: id, label }));
    if (name === 'site') {
      const sites = directory?.organisations.find(({ id }) => id === data.company)?.sites;
      return sites?.map((site) => ({ value: site, label: site }));
    }
    if (name === 'textVersion')
      return template?.texts.map(({ version }) => ({ value: version, label: version }));
    if (name === 'consentVersion')
      return template?.consents.map(({ version }) => ({ value: version, label: version }));
    if (name === 'to' && schema.link === undefined && schema.format === undefined)
      return template?.stages.map(({ code }) => ({ value: code, label: stage(code) }));
    if (name === 'language') return Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));
    if (name === 'outcome' && schema.enum === undefined) return undefined;
    return name === 'effect' ? [{ value: 'remind', label: t('act.remind') }] : undefined;
  };
}
