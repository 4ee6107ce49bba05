import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { Frame } from '../frame/frame';
import { NothingHere } from '../shared/nothing-here';
import { PageError } from '../shared/page-error';
import { PAGES } from './pages';
import { Start } from './start';

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NothingHere,
  errorComponent: PageError,
});
const open = (path: string, load: () => Promise<Record<'Page', React.ComponentType>>) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, 'Page') });

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  errorComponent: PageError,
});
const framed = PAGES.map(({ path, load }) =>
  createRoute({
    getParentRoute: () => frame,
    path,
    component: lazyRouteComponent(load, 'Page'),
    errorComponent: PageError,
  }),
);

/** Pages come from `PAGES`; beside them only the ways in stand open. */
export const router = createRouter({
  routeTree: root.addChildren([
    createRoute({ getParentRoute: () => root, path: '/', component: Start }),
    open('/sign-in', () => import('../session/sign-in-page')),
    open('/invitation', () => import('../session/invitation-page')),
    open('/complaint', () => import('../session/complaint-page')),
    open('/form', () => import('../session/form-page')),
    frame.addChildren(framed),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  scrollRestoration: true,
});
