import type { PageEntry } from '../app/page-entry';
import { PAGES } from '../app/pages';
import type { Me } from '../session/session';

/** Pages in the menu of whoever is signed in: of their roles, and open to them by the policy. */
export const menuFor = ({ roles, actions }: Me): readonly PageEntry[] =>
  PAGES.filter(
    ({ menu, needs }) => menu?.some((role) => roles.includes(role)) === true && actions.has(needs),
  );
