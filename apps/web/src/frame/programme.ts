import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { directoryQuery } from '../shared/directory';

const KEY = 'lotse.programme';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function chooseProgramme(id: string): void {
  localStorage.setItem(KEY, id);
  for (const listener of listeners) listener();
}

/** The programme that pages are about: the chosen one, else the only or first one there is. */
export function useProgramme(): { readonly id: string; readonly name: string } | undefined {
  const { data } = useQuery(directoryQuery);
  const chosen = useSyncExternalStore(subscribe, () => localStorage.getItem(KEY));
  const programmes = data?.programmes ?? [];
  return programmes.find(({ id }) => id === chosen) ?? programmes[0];
}
