import { TextInput } from '@mantine/core';
import { useFilters } from './filters';

/** The field of a page that finds by words; they stand in its address as `find`. */
export function FindField({ label }: { readonly label: string }) {
  const [{ find = '' }, filter] = useFilters();
  return (
    <TextInput
      miw="16rem"
      aria-label={label}
      placeholder={label}
      value={find}
      onChange={({ currentTarget }) => filter({ find: currentTarget.value })}
    />
  );
}
