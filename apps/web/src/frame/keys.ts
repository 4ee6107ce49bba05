import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { PageEntry } from '../app/page-entry';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
const isBusy = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || hasDialog();
const hasDialog = (): boolean => document.querySelector('[role="dialog"]') !== null;

interface Global {
  readonly find: () => void;
  readonly help: () => void;
  readonly pages: readonly PageEntry[];
}

/** ⌘K or Ctrl-K finds, `?` helps, `g` and a letter goes to a page. Silent while somebody types or a dialog is open. */
export function useGlobalKeys({ find, help, pages }: Global): void {
  const navigate = useNavigate();
  const latest = useRef({ find, help, pages });
  latest.current = { find, help, pages };
  useEffect(() => {
    let afterG = false;
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current.find();
        return;
      }
      if (isBusy(event)) return;
      const page = afterG ? latest.current.pages.find(({ key }) => key === event.key) : undefined;
      afterG = event.key === 'g';
      if (event.key === '?') latest.current.help();
      if (page === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void navigate({ to: page.path });
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [navigate]);
}

/** Keys of one page, such as `{ j: next, k: previous }`, while nobody types and no dialog is open. */
export function usePageKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const act = isBusy(event) ? undefined : latest.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
