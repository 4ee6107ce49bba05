/** A route of the API that nobody needs a principal for; `:x` stands for one segment. */
interface OpenRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/** All of them: ways in, and links that prove themselves. Whatever else is under /api needs a principal. */
export const OPEN_ROUTES: readonly OpenRoute[] = [
  { method: 'POST', path: '/api/v1/session' },
  { method: 'POST', path: '/api/v1/session/second-factor' },
  { method: 'POST', path: '/api/v1/session/second-factor/options' },
  { method: 'POST', path: '/api/v1/session/passkey' },
  { method: 'POST', path: '/api/v1/session/passkey/options' },
  { method: 'POST', path: '/api/v1/session/demo' },
  { method: 'GET', path: '/api/v1/session/ways' },
  { method: 'GET', path: '/api/v1/session/provider' },
  { method: 'GET', path: '/api/v1/session/provider/callback' },
  { method: 'POST', path: '/api/v1/invitations/resets' },
  { method: 'GET', path: '/api/v1/invitations/:link' },
  { method: 'POST', path: '/api/v1/invitations/:link' },
];

const patterns = OPEN_ROUTES.map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
}));

/** True for a request that anybody may make. @param path as it came, without the query */
export const isOpen = (method: string, path: string): boolean =>
  patterns.some((open) => open.method === method && open.pattern.test(path));
