import type { PageEntry } from './page-entry';

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
