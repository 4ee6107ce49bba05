import {
  LASTING,
  Refused,
  type AccountRefusal,
  type Accounts,
  type Answer,
  type OpenedSession,
  type Site,
  type StoredSession,
} from '@lotse/accounts';
import type { Request, Response } from 'express';
import type { SignInAudit } from '../audit/sign-in-audit';
import type { Cookies } from '../auth/cookies';
import { identityOf } from '../auth/principal';
import type { PrincipalSource } from '../auth/principal-source';
import type { RateLimits } from '../auth/rate-limits';
import { siteOf } from '../auth/same-site';
import { Problem } from '../problems/problem';

const DETAILS: Readonly<Record<AccountRefusal, string>> = {
  'login-failed':
    'Mail address or password is wrong, or the account cannot sign in. Check both, or ask for a new password.',
  'login-expired': 'Begin the sign-in again: it took too long, or too many tries were made.',
  'proof-refused': 'The code or key is wrong, was used before or is out of time. Give the next one.',
  'second-factor-missing': 'Set up a code generator or a passkey first.',
  'step-up-needed': 'Prove the second factor again: POST /api/v1/session/step-up.',
  'link-unknown': 'The link is expired, used, replaced or none. Ask for a new one.',
  'password-common':
    'Guessers try it first, digits and signs around it included: take several words that belong together for nobody but you.',
  'password-weak':
    'Give 12 to 256 characters, at least 6 different ones, without your name or address. Several words are good.',
  'address-invalid': 'Give one address of the form name@host.',
  'address-taken': 'Give another address.',
  'account-unknown': 'There is no account of that id for which this can be done.',
  'credential-unknown': 'There is nothing of that id, or it has ended already.',
  'last-second-factor': 'Your role needs a second factor: set up another one before you remove this one.',
  'grant-invalid':
    'Give role and what it is held for: organisation, person or reference, and only what you hold yourself.',
  'provider-missing': 'Sign in with mail address and password, or with a passkey.',
  'provider-unavailable': 'It cannot be reached now. Sessions that are open go on; try again in a minute.',
  'provider-refused': 'Begin the sign-in again. If it happens again, ask whoever runs that service.',
  'provider-no-access': 'None of your groups there opens anything here. Ask the coordination.',
};

/** The value, or the problem that says why there is none. @throws Problem */
export function answered<Value>(answer: Answer<Value>): Value {
  if (!(answer instanceof Refused)) return answer;
  const { code, about } = answer;
  throw new Problem(code, { detail: DETAILS[code], ...(about === undefined ? {} : { about }) });
}

export interface AccountDoorParts {
  readonly accounts: Accounts;
  readonly cookies: Cookies;
  readonly limits: RateLimits;
  readonly source: PrincipalSource;
  readonly recordSignIn: SignInAudit;
  readonly publicUrl: string | undefined;
  readonly isDemo: boolean;
  readonly hasProvider: boolean;
}

/** What the account routes share: the accounts, cookies, limits, and where browsers see this API. */
export class AccountDoor {
  readonly accounts: Accounts;
  readonly cookies: Cookies;
  readonly limits: RateLimits;
  readonly isDemo: boolean;
  readonly hasProvider: boolean;

  constructor(private readonly parts: AccountDoorParts) {
    this.accounts = parts.accounts;
    this.cookies = parts.cookies;
    this.limits = parts.limits;
    this.isDemo = parts.isDemo;
    this.hasProvider = parts.hasProvider;
  }

  site(request: Request): Site & { readonly base: string } {
    return siteOf(request, this.parts.publicUrl);
  }

  /** The same for somebody who came in just now: that is on record first, and the session that the browser had before ends. */
  async signIn(response: Response, opened: OpenedSession): Promise<void> {
    await this.parts.recordSignIn(opened.account, response);
    await this.endPresent(response.req);
    this.open(response, opened);
  }

  private async endPresent(request: Request): Promise<void> {
    const secret = this.cookies.read(request, 'session');
    const session = secret === undefined ? undefined : (await this.parts.source.bySession(secret))?.session;
    if (session !== undefined) await this.accounts.own.endSession(session, session.id);
  }

  /** Hands the browser its session. What it held before no longer counts. */
  open(response: Response, { secret }: OpenedSession): void {
    this.cookies.drop(response, 'login');
    this.cookies.put(response, 'session', secret, LASTING.sessionWhole);
    this.parts.source.forget();
  }

  /** Something about accounts was changed: it counts at once in this process, and within five seconds in others. */
  changed(): void {
    this.parts.source.forget();
  }
}

/** The session of the request. @throws Problem where somebody came by a token or a link */
export function sessionOf(response: Response): StoredSession {
  const session = identityOf(response)?.session;
  if (session !== undefined) return session;
  throw new Problem('token-missing', { detail: 'This needs a session: sign in at POST /api/v1/session.' });
}
