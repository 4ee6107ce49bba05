import { useNavigate, useSearch } from '@tanstack/react-router';

export type Filters = Readonly<Record<string, string | undefined>>;

const textsOf = (search: unknown): Filters =>
  typeof search !== 'object' || search === null
    ? {}
    : Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]));

/** Filters of a page as they stand in its address, so that a link shows the same; undefined takes one away. */
export function useFilters(): [Filters, (changes: Filters) => void] {
  const filters = textsOf(useSearch({ strict: false }));
  const navigate = useNavigate();
  const change = (changes: Filters): void => {
    const next = Object.fromEntries(
      Object.entries({ ...filters, ...changes }).filter(([, value]) => value !== undefined && value !== ''),
    );
    void navigate({ to: '.', search: next, replace: true });
  };
  return [filters, change];
}
