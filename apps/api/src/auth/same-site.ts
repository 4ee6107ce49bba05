import type { Site } from '@lotse/accounts';
import type { Request } from 'express';
import { Problem } from '../problems/problem';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];
/** A header that a page of another site cannot send without being asked for leave, which is never given. */
const REQUEST_HEADER = 'x-lotse-request';
const OWN = ['same-origin', 'none'];

/** Where browsers see this API: `PUBLIC_URL`, else the loopback address that was asked. `Host` was checked before. */
export function siteOf(request: Request, publicUrl: string | undefined): Site & { readonly base: string } {
  const url = new URL(publicUrl ?? `http://${request.headers.host ?? 'localhost'}`);
  return { origin: url.origin, host: url.hostname, base: url.href.replace(/\/+$/, '') };
}

/**
 * Refuses what a page of another site makes a browser send with the cookies of this one. What shows an Authorization header sends
 * no cookies of its own accord and is exempt. @throws Problem
 */
export function mustBeSameSite(request: Request, publicUrl: string | undefined): void {
  if (SAFE.includes(request.method) || request.headers.authorization !== undefined) return;
  const { 'sec-fetch-site': site, origin } = request.headers;
  const isOwn =
    (site === undefined || (typeof site === 'string' && OWN.includes(site))) &&
    (origin === undefined ||
      [siteOf(request, publicUrl).origin, `http://${request.headers.host}`].includes(origin));
  if (isOwn && request.headers[REQUEST_HEADER] === '1') return;
  throw new Problem('origin-not-allowed', {
    detail: isOwn
      ? 'Send the header X-Lotse-Request: 1 with everything that changes something.'
      : 'The request comes from a page of another site.',
  });
}
