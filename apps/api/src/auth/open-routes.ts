/** A route that the policy table does not govern; `:x` stands for one segment. */
interface OpenRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** What must be shown at it: nothing, one's own session whatever it holds, or a scoped link. */
  readonly needs: 'nothing' | 'session' | 'link';
  /** Counted by a limit of its own, since nobody is known there. */
  readonly limit?: 'complaint';
}

/** All of them: ways in and out, and links that prove themselves. Whatever else is under /api needs a principal and a grant. */
export const OPEN_ROUTES: readonly OpenRoute[] = [
  { method: 'POST', path: '/api/v1/session', needs: 'nothing' },
  { method: 'POST', path: '/api/v1/session/second-factor', needs: 'nothing' },
  { method: 'POST', path: '/api/v1/session/second-factor/options', needs: 'nothing' },
  { method: 'POST', path: '/api/v1/session/passkey', needs: 'nothing' },
  { method: 'POST', path: '/api/v1/session/passkey/options', needs: 'nothing' },
  { method: 'POST', path: '/api/v1/session/demo', needs: 'nothing' },
  { method: 'GET', path: '/api/v1/session/ways', needs: 'nothing' },
  { method: 'GET', path: '/api/v1/session/provider', needs: 'nothing' },
  { method: 'GET', path: '/api/v1/session/provider/callback', needs: 'nothing' },
  { method: 'POST', path: '/api/v1/invitations/resets', needs: 'nothing' },
  { method: 'GET', path: '/api/v1/invitations/:invitation', needs: 'nothing' },
  { method: 'POST', path: '/api/v1/invitations/:invitation', needs: 'nothing' },
  { method: 'POST', path: '/api/v1/complaints/anonymous', needs: 'nothing', limit: 'complaint' },
  { method: 'POST', path: '/api/v1/complaints/anonymous/answer', needs: 'nothing', limit: 'complaint' },
  { method: 'GET', path: '/api/v1/session', needs: 'session' },
  { method: 'DELETE', path: '/api/v1/session', needs: 'session' },
  { method: 'POST', path: '/api/v1/session/step-up', needs: 'session' },
  { method: 'POST', path: '/api/v1/session/step-up/options', needs: 'session' },
  { method: 'GET', path: '/api/v1/links/own', needs: 'link' },
  { method: 'POST', path: '/api/v1/links/own/code', needs: 'link' },
  { method: 'POST', path: '/api/v1/links/own/proof', needs: 'link' },
];

const patterns = OPEN_ROUTES.map(({ method, path, needs, limit }) => ({
  method,
  needs,
  limit,
  pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
}));

/** What must be shown at an open route; undefined at every other one. @param path as it came, without the query */
export const needsOf = (method: string, path: string): OpenRoute['needs'] | undefined =>
  patterns.find((open) => open.method === method && open.pattern.test(path))?.needs;

/** True where complaints without a name come in, and their answers are asked for. */
export const isAnonymousComplaint = (method: string, path: string): boolean =>
  patterns.find((open) => open.method === method && open.pattern.test(path))?.limit === 'complaint';

/** True where the policy table does not govern. */
export const isOpen = (method: string, path: string): boolean => needsOf(method, path) !== undefined;
