import type { ComponentType } from 'react';
import type { Role } from '../api/types';
import type { IconName } from '../shared/icon';

/** One page below the frame. A new page is an entry here and a file under `pages`; menu, palette, keys and routes read this list. */
export interface PageEntry {
  /** Name in the catalogue `common` under `nav`. */
  readonly id: string;
  /** As TanStack Router writes it; `$x` is a parameter. */
  readonly path: string;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  /** Action of the policy that it takes to see anything here. */
  readonly needs: string;
  /** Roles whose menu it stands in; absent: nobody's, it is reached from other pages. */
  readonly menu?: readonly Role[];
  readonly icon?: IconName;
  /** Letter after `g`. */
  readonly key?: string;
}

/** In the order of the menu; the first that somebody may see is where they begin. */
export const PAGES: readonly PageEntry[] = [
  {
    id: 'inbox',
    path: '/inbox',
    load: () => import('../pages/inbox/inbox-page'),
    needs: 'inbox.read',
    menu: [
      'coordinator',
      'administrator',
      'company',
      'mentor',
      'university',
      'municipality',
      'data-protection-lead',
    ],
    icon: 'inbox',
    key: 'i',
  },
  {
    id: 'board',
    path: '/board',
    load: () => import('../pages/board/board-page'),
    needs: 'command.bulk',
    menu: ['coordinator', 'administrator'],
    icon: 'board',
    key: 'b',
  },
  {
    id: 'cohort',
    path: '/cohort',
    load: () => import('../pages/cohort/cohort-page'),
    needs: 'command.bulk',
    menu: ['coordinator', 'administrator'],
    icon: 'grid',
    key: 'c',
  },
  {
    id: 'people',
    path: '/people',
    load: () => import('../pages/people/people-page'),
    needs: 'journey.list',
    menu: ['coordinator', 'administrator', 'auditor', 'data-protection-lead'],
    icon: 'people',
    key: 'p',
  },
  {
    id: 'imports',
    path: '/imports',
    load: () => import('../pages/imports/import-page'),
    needs: 'import.run',
    menu: ['administrator'],
    icon: 'upload',
  },
  {
    id: 'journey',
    path: '/journeys/$journey',
    load: () => import('../pages/journey/journey-page'),
    needs: 'journey.read',
  },
  {
    id: 'account',
    path: '/account',
    load: () => import('../pages/account/account-page'),
    needs: 'account.own',
  },
];
