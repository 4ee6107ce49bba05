import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  static as files,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { consolePolicy } from '../http/security-headers';

/** What stands in index.html where the nonce of the answer goes. */
const NONCE_MARK = '__NONCE__';
/** Never a page: programs ask here, and get problem details where there is nothing. */
const OF_PROGRAMS = /^\/(api|docs|openapi\.json|health|assets|\.well-known)(\/|$)/i;

/**
 * The console: its files under /assets, which never change and are kept for a year, and its one page at every other address that a
 * browser opens, so that links into it hold. Styles are let in by a nonce of each answer; there is no inline script.
 */
export function serveConsole(folder: string): RequestHandler[] {
  // Read anew for each visit: a console that is built again takes the place of the old one at once.
  const page = (): string => readFileSync(join(folder, 'index.html'), 'utf8');
  const assets = files(folder, { index: false, redirect: false, fallthrough: true, setHeaders: kept });
  return [
    (request: Request, response: Response, next: NextFunction): void => {
      if (!['GET', 'HEAD'].includes(request.method) || /^\/(api|health|docs)(\/|$)/i.test(request.path))
        next();
      else assets(request, response, next);
    },
    (request: Request, response: Response, next: NextFunction): void => {
      const opensPage = request.headers.accept?.includes('text/html') === true;
      if (request.method !== 'GET' || OF_PROGRAMS.test(request.path) || !opensPage) {
        next();
        return;
      }
      const nonce = randomBytes(18).toString('base64url');
      response
        .setHeader('Content-Security-Policy', consolePolicy(nonce))
        .setHeader('Cache-Control', 'no-store')
        .type('html')
        .send(page().replaceAll(NONCE_MARK, nonce));
    },
  ];
}

function kept(response: Response, path: string): void {
  const named = /[/\\]assets[/\\]/.test(path);
  response.setHeader('Cache-Control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
}
