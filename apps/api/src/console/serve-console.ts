import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { consolePolicy } from '../http/security-headers';

/** What stands in index.html where the nonce of the answer goes. */
const NONCE_MARK = '__NONCE__';
/** Never a page: programs ask here, and get problem details where there is nothing. */
const OF_PROGRAMS = /^\/(api|docs|openapi\.json|health|assets|\.well-known)(\/|$)/i;

/**
 * The console: its files under /assets, which never change and are kept for a year, and its one page at every other address that a
 * browser opens, so that links into it hold. Styles are let in by a nonce of each answer; there is no inline script.
 */
export function serveConsole(app: NestExpressApplication, folder: string): void {
  // Read anew for each visit: a console that is built again takes the place of the old one at once.
  const page = (): string => readFileSync(join(folder, 'index.html'), 'utf8');
  app.useStaticAssets(folder, { index: false, redirect: false, setHeaders: kept });
  app.use((request: Request, response: Response, next: NextFunction): void => {
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
  });
}

function kept(response: { setHeader: (name: string, value: string) => unknown }, path: string): void {
  const named = /[/\\]assets[/\\]/.test(path);
  response.setHeader('Cache-Control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
}
