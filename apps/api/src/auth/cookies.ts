import type { Request, Response } from 'express';

/** What a browser keeps: its session, a sign-in that is under way, and that a password was known here. */
type CookieUse = 'session' | 'login' | 'device';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Cookies of this API. Nothing but the server reads them, and other sites' pages send them on plain navigation alone. */
export interface Cookies {
  read(request: Request, use: CookieUse): string | undefined;
  put(response: Response, use: CookieUse, value: string, maxAgeMs: number): void;
  drop(response: Response, use: CookieUse): void;
}

/** True where browsers reach this API without TLS: on the machine itself, as in the demo. */
export const isPlain = (publicUrl: string | undefined): boolean =>
  publicUrl === undefined || LOOPBACK.includes(new URL(publicUrl).hostname);

/**
 * `__Host-lotse-…`, which browsers take over TLS alone, for this host and path `/`. On the loopback without TLS `lotse-…` without
 * `Secure`, since some browsers keep no secure cookie from there (docs/adr/0007).
 */
export function createCookies(publicUrl: string | undefined): Cookies {
  const secure = !(isPlain(publicUrl) && publicUrl?.startsWith('https:') !== true);
  const nameOf = (use: CookieUse): string => `${secure ? '__Host-' : ''}lotse-${use}`;
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    read(request, use) {
      const name = `${nameOf(use)}=`;
      const found = request.headers.cookie?.split('; ').filter((pair) => pair.startsWith(name)) ?? [];
      // Two of one name: one of them was put there by somebody else.
      return found.length === 1 ? found[0]?.slice(name.length) : undefined;
    },
    put: (response, use, value, maxAge) =>
      void response.cookie(nameOf(use), value, { ...options, maxAge, encode: (text) => text }),
    drop: (response, use) => void response.clearCookie(nameOf(use), options),
  };
}
