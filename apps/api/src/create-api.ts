import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { runWithScope } from '@lotse/persistence';
import { EVERYTHING } from '@lotse/policy';
import { nestLogger } from '@lotse/platform';
import type { NextFunction, Request, Response } from 'express';
import { ApiModule } from './api.module';
import { AccountDoor } from './accounts/account-door';
import { createCookies } from './auth/cookies';
import { PrincipalSource } from './auth/principal-source';
import { RateLimits } from './auth/rate-limits';
import { requirePrincipal } from './auth/require-principal';
import { singleUse } from './auth/single-use';
import { TokenVerifier } from './auth/token-verifier';
import { refusalAudit } from './audit/refusal-audit';
import { signInAudit } from './audit/sign-in-audit';
import { serveConsole } from './console/serve-console';
import { checkBody } from './http/body-check';
import { knownHosts } from './http/known-hosts';
import { requestId } from './http/request-id';
import { requestLog } from './http/request-log';
import { securityHeaders } from './http/security-headers';
import { ApiDocument } from './openapi/api-document';
import type { ApiParts } from './ports';
import { enter, type JourneyOfFile, type OpenEmergency } from './policy/enter';
import { ProblemFilter } from './problems/problem.filter';

/** Longest JSON body in bytes; imports are streams and have no limit but that of each line. */
const LONGEST_BODY = 1_048_576;
const JSON_BODY = {
  type: 'application/json',
  limit: LONGEST_BODY,
  strict: true,
  inflate: false,
  verify: checkBody,
};

/** Answers hold personal data or the state of a moment; what may be asked again conditionally says so itself. */
function notStored(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** The HTTP application over its parts, not yet listening. Whatever is under /api needs a principal before anything of it is read. */
export async function createApi(parts: ApiParts): Promise<NestExpressApplication> {
  const { logger, publicUrl, tokens, accounts, elapsed, now = () => new Date() } = parts;
  const { isDemo = false, hasProvider = false, trustedProxies, rateLimits } = parts;
  const source = new PrincipalSource(accounts, new TokenVerifier(tokens, elapsed), elapsed);
  const cookies = createCookies(publicUrl);
  const limits = new RateLimits(rateLimits);
  const openEmergency: OpenEmergency = (account, journey, at) =>
    runWithScope(EVERYTHING, () => parts.channels.emergencies.openFor(account, journey, at));
  const journeyOfFile: JourneyOfFile = (file) =>
    runWithScope(EVERYTHING, async () => (await parts.files.find(file))?.journey);
  const recordSignIn = signInAudit(parts.audit, now);
  const ways = { isDemo, hasProvider };
  const door = new AccountDoor({ accounts, cookies, limits, source, publicUrl, recordSignIn, ...ways });
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.of(parts, door), {
    bodyParser: false,
    abortOnError: false,
    logger: nestLogger(logger),
  });
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  if (trustedProxies !== undefined) app.set('trust proxy', trustedProxies);
  app.use(requestId, requestLog(logger), securityHeaders);
  app.use(['/api', '/docs', '/openapi.json'], knownHosts(publicUrl));
  if (parts.consoleFolder !== undefined) serveConsole(app, parts.consoleFolder);
  app.use(
    '/api',
    notStored,
    requirePrincipal({ source, cookies, limits, publicUrl }),
    singleUse(accounts, source),
    enter(now, openEmergency, journeyOfFile),
  );
  app.useBodyParser('json', JSON_BODY);
  app.useGlobalFilters(new ProblemFilter(logger, refusalAudit(parts.audit, now, logger)));
  app.get(ApiDocument).describe(app);
  return app;
}
