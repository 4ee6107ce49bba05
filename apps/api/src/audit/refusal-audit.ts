import { networkOf, type AuditPort } from '@lotse/audit';
import type { Logger } from '@lotse/platform';
import type { Request, Response } from 'express';
import { knownPrincipal } from '../auth/principal';
import { requestIdOf } from '../http/request-id';
import type { Problem } from '../problems/problem';
import { namedIn } from './audited-reads';

/** What counts as an attempt: not yours, or nothing that you may know of. A request without any token is none. */
const ATTEMPTS: readonly number[] = [401, 403, 404];

/** Refusals of somebody who would come in. No answer tells whether there is such an account; the audit names the one that there is. */
const SIGN_IN: readonly string[] = [
  'login-failed',
  'login-expired',
  'proof-refused',
  'provider-refused',
  'provider-no-access',
];

const triedAs = ({ about }: Problem): string[] => (about === undefined ? [] : [`account/${about}`]);

/** Tells of a request that was refused. */
export type RefusalAudit = (problem: Problem, request: Request, response: Response) => void;

/** Records refused attempts beside the answer: the answer says no, whether that is on record or not; a failure is logged. */
export const refusalAudit =
  (audit: AuditPort, now: () => Date, logger: Logger): RefusalAudit =>
  (problem, request, response) => {
    if (!ATTEMPTS.includes(problem.httpStatus) || problem.code === 'token-missing') return;
    const principal = knownPrincipal(response);
    if (problem.code === 'route-unknown') return;
    const from = networkOf(request.ip);
    audit
      .append({
        at: now().toISOString(),
        who: principal?.id ?? 'nobody',
        entrance: principal?.entrance ?? 'nobody',
        action: SIGN_IN.includes(problem.code) ? 'sign-in' : 'request',
        outcome: 'refused',
        code: problem.code,
        subjects: [...namedIn(request.params), ...triedAs(problem)],
        request: requestIdOf(response),
        ...(from === undefined ? {} : { from }),
      })
      .catch((error: unknown) => logger.error({ err: error }, 'a refusal could not be recorded'));
  };
