import { networkOf, type AuditPort } from '@lotse/audit';
import type { Response } from 'express';
import { requestIdOf } from '../http/request-id';

/** Tells who signed in; rejects when that cannot be recorded. */
export type SignInAudit = (account: string, response: Response) => Promise<void>;

/** Records a session before its secret is handed out: nobody comes in unseen. What was refused stands in `refusalAudit`. */
export const signInAudit =
  (audit: AuditPort, now: () => Date): SignInAudit =>
  (account, response) => {
    const from = networkOf(response.req.ip);
    return audit.append({
      at: now().toISOString(),
      who: account,
      entrance: 'session',
      action: 'sign-in',
      outcome: 'done',
      subjects: [`account/${account}`],
      request: requestIdOf(response),
      ...(from === undefined ? {} : { from }),
    });
  };
