import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { AssertionOptions } from '@lotse/accounts';
import type { Grant } from '@lotse/policy';
import type { Request, Response } from 'express';
import { principalOf } from '../auth/principal';
import { EnvelopePipe } from '../http/envelope.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { Describes } from '../openapi/operations/account.operations';
import { answered, sessionOf, type AccountDoor } from './account-door';
import { ACCOUNT_DOOR } from './account-door.token';
import { SecondFactorRequest } from './requests/sign-in.requests';
import { exactlyOne } from './requests/exactly-one';

interface CurrentSession {
  readonly account: string;
  readonly grants: readonly Grant[];
  /** True while a second factor is owed: nothing but the own account is open. */
  readonly owesSecondFactor: boolean;
  readonly provedUntil?: string;
}

/** The session of the browser that asks. */
@Controller('api/v1/session')
export class SessionController {
  constructor(@Inject(ACCOUNT_DOOR) private readonly door: AccountDoor) {}

  /** Who is signed in, and with what. */
  @Get()
  @Describes('session', {
    id: 'getSession',
    summary: 'Who is signed in',
    description:
      'The account of the session, what it holds today, and whether its second factor is still owed.',
    ok: 'CurrentSession',
  })
  current(@Res({ passthrough: true }) response: Response): CurrentSession {
    const { id, grants, scopes, provedUntil } = principalOf(response);
    const proved = provedUntil === undefined ? {} : { provedUntil };
    return { account: id, grants, owesSecondFactor: scopes !== undefined, ...proved };
  }

  /** Signs out: the session is over everywhere within five seconds. */
  @Delete()
  @HttpCode(204)
  @Describes('session', {
    id: 'endSession',
    summary: 'Sign out',
    description: 'Ends the session of this browser.',
  })
  async end(@Res({ passthrough: true }) response: Response): Promise<void> {
    const session = sessionOf(response);
    await this.door.accounts.own.endSession(session, session.id);
    this.door.cookies.drop(response, 'session');
    // Nothing of what was shown stays with the browser.
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
    this.door.changed();
  }

  /** What a passkey has to sign for a step-up. */
  @Post('step-up/options')
  @HttpCode(200)
  @Describes('session', {
    id: 'getStepUpOptions',
    summary: 'Ask for a fresh proof by passkey',
    description: 'Options for navigator.credentials.get; they hold for ten minutes.',
    ok: 'AuthenticatorOptions',
    codes: ['second-factor-missing'],
  })
  async stepUpOptions(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AssertionOptions> {
    const { own } = this.door.accounts;
    return answered(await own.stepUpOptions(sessionOf(response), this.door.site(request)));
  }

  /** Proves the second factor again; the session goes on under another secret. */
  @Post('step-up')
  @HttpCode(204)
  @JsonBody()
  @Describes('session', {
    id: 'stepUp',
    summary: 'Prove the second factor again',
    description:
      'For decisions that ask for a fresh proof; it counts for ten minutes. The session gets another secret.',
    body: true,
    codes: ['proof-refused', 'second-factor-missing', 'login-expired'],
  })
  async stepUp(
    @Body(new EnvelopePipe(SecondFactorRequest)) given: SecondFactorRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    exactlyOne(given);
    const session = sessionOf(response);
    const attempt = { account: session.account, address: '', device: session.id };
    await this.door.limits.mayLogin(attempt, response);
    const answer = await this.door.accounts.own.stepUp(session, given, this.door.site(request));
    if (!('secret' in answer)) await this.door.limits.loginFailed(attempt);
    this.door.open(response, answered(answer));
  }
}
