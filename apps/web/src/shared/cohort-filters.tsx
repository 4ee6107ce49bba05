import { Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CohortLine } from '../api/cohort';
import { useWords } from '../i18n/words';
import { useOrganisationName } from './directory';
import { useFilters, type Filters } from './filters';

interface Choice {
  readonly name: keyof Filters;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
}

/** What a list of people is narrowed by: only values that somebody in it has. They stand in the address; see `matches`. */
export function CohortFilters({ lines }: { readonly lines: readonly CohortLine[] }) {
  const { t } = useTranslation('people');
  const word = useWords();
  const named = useOrganisationName();
  const [filters, filter] = useFilters();
  const valuesOf = (
    pick: (line: CohortLine) => readonly string[],
    label: (id: string) => string,
  ): Choice['values'] =>
    [...new Set(lines.flatMap(pick))].sort().map((value) => ({ value, label: label(value) }));
  const choices: readonly Choice[] = [
    {
      name: 'stage',
      label: t('stage'),
      values: valuesOf(
        ({ stage }) => [stage],
        (code) => word('stages', code),
      ),
    },
    {
      name: 'status',
      label: t('status'),
      values: valuesOf(
        ({ status }) => [status],
        (code) => word('statuses', code),
      ),
    },
    { name: 'university', label: t('university'), values: valuesOf(({ university }) => [university], named) },
    { name: 'company', label: t('company'), values: valuesOf(({ companies }) => companies, named) },
    { name: 'late', label: t('late'), values: [{ value: 'yes', label: t('lateYes') }] },
  ];
  return choices.map(({ name, label, values }) => (
    <Input
      key={name}
      component="select"
      aria-label={label}
      value={filters[name] ?? ''}
      onChange={({ currentTarget }) => filter({ [name]: currentTarget.value })}
    >
      <option value="">{label}</option>
      {values.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Input>
  ));
}
