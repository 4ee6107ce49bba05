import { useFilters } from './filters';

interface Columns<Column> {
  readonly shown: readonly Column[];
  readonly isShown: (id: string) => boolean;
  /** Shows a column, or takes it away. */
  readonly toggle: (id: string) => void;
}

/** Ids that are taken away, from the address: `hide=title,months`. */
const hiddenIn = (hide: string | undefined): readonly string[] =>
  (hide ?? '').split(',').filter((id) => id !== '');

/** Which columns of a table stand in the page: its address says which are taken away, so that a link and a saved view show the same. */
export function useColumns<Column extends { readonly id: string }>(all: readonly Column[]): Columns<Column> {
  const [{ hide }, filter] = useFilters();
  const hidden = hiddenIn(hide);
  return {
    shown: all.filter(({ id }) => !hidden.includes(id)),
    isShown: (id) => !hidden.includes(id),
    toggle: (id) =>
      filter({
        hide: (hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id]).join(','),
      }),
  };
}
