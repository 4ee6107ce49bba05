import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  hashOf,
  LASTING,
  type Answer,
  type AssertionOptions,
  type HalfSignedIn,
  type OpenedSession,
  type SecondFactorKind,
} from '@lotse/accounts';
import type { Request, Response } from 'express';
import type { LoginTry } from '../auth/rate-limits';
import { EnvelopePipe } from '../http/envelope.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { Describes } from '../openapi/operations/account.operations';
import { Problem } from '../problems/problem';
import { answered, type AccountDoor } from './account-door';
import { ACCOUNT_DOOR } from './account-door.token';
import { exactlyOne } from './requests/exactly-one';
import { DemoRequest, LoginRequest, PasskeyRequest, SecondFactorRequest } from './requests/sign-in.requests';

const DEVICE_MS = 180 * 86_400_000;

interface SignInStep {
  readonly step: 'done' | 'second-factor';
  readonly factors: readonly SecondFactorKind[];
}
interface Ways {
  readonly provider: boolean;
  readonly demo: readonly { readonly id: string; readonly name: string; readonly roles: readonly string[] }[];
}
const DONE: SignInStep = { step: 'done', factors: [] };

/** Ways in. Each answers nobody in particular: what is wrong is not told, and costs the same work. */
@Controller('api/v1/session')
export class SignInController {
  constructor(@Inject(ACCOUNT_DOOR) private readonly door: AccountDoor) {}

  @Get('ways')
  @Describes('session', {
    id: 'listWaysIn',
    summary: 'List the ways in',
    description: "Whether the organisation's own sign-in service is set up, and the made-up users of a demo.",
    ok: 'WaysIn',
    open: true,
  })
  async ways(): Promise<Ways> {
    const { hasProvider, isDemo, accounts } = this.door;
    return { provider: hasProvider, demo: isDemo ? await accounts.demo.list() : [] };
  }

  @Post()
  @HttpCode(200)
  @JsonBody()
  @Describes('session', {
    id: 'signIn',
    summary: 'Sign in by password',
    description:
      'Opens a session, or asks for the second factor. An unknown address, a wrong password and a disabled account are answered alike. Tries wait ever longer; a browser that was let in before is not kept out by others.',
    ok: 'SignInStep',
    open: true,
    body: true,
    codes: ['login-failed'],
  })
  async byPassword(
    @Body(new EnvelopePipe(LoginRequest)) { email, password }: LoginRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInStep> {
    const { accounts, limits, cookies } = this.door;
    const attempt = this.tryOf(request, email);
    await limits.mayLogin(attempt, response);
    const answer = await accounts.signIn.byPassword(email, password);
    if ('code' in answer) {
      await limits.loginFailed(attempt);
      return this.next(response, answer);
    }
    await limits.loginSucceeded(attempt);
    cookies.put(response, 'device', accounts.devices.mark(email), DEVICE_MS);
    return this.next(response, answer);
  }

  @Post('second-factor/options')
  @HttpCode(200)
  @Describes('session', {
    id: 'getSecondFactorOptions',
    summary: 'Ask for the second factor by passkey',
    description: 'Options for navigator.credentials.get, after a first factor.',
    ok: 'AuthenticatorOptions',
    open: true,
    codes: ['login-expired'],
  })
  async secondFactorOptions(@Req() request: Request): Promise<AssertionOptions> {
    const { signIn } = this.door.accounts;
    return answered(await signIn.secondFactorOptions(this.pending(request), this.door.site(request)));
  }

  @Post('second-factor')
  @HttpCode(200)
  @JsonBody()
  @Describes('session', {
    id: 'proveSecondFactor',
    summary: 'Prove the second factor',
    description: 'Opens the session. Five tries belong to one sign-in; a code holds once.',
    ok: 'SignInStep',
    open: true,
    body: true,
    codes: ['proof-refused', 'login-expired'],
  })
  async bySecondFactor(
    @Body(new EnvelopePipe(SecondFactorRequest)) given: SecondFactorRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInStep> {
    exactlyOne(given);
    const { signIn } = this.door.accounts;
    return this.next(
      response,
      await signIn.bySecondFactor(this.pending(request), given, this.door.site(request)),
    );
  }

  @Post('passkey/options')
  @HttpCode(200)
  @Describes('session', {
    id: 'getPasskeyOptions',
    summary: 'Ask for a passkey',
    description: 'Options for navigator.credentials.get, without a name: the browser offers what it has.',
    ok: 'AuthenticatorOptions',
    open: true,
  })
  async passkeyOptions(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AssertionOptions> {
    const { limits, accounts, cookies } = this.door;
    await limits.mayTry(request.ip ?? '', response);
    const { secret, options } = await accounts.signIn.passkeyOptions(this.door.site(request));
    cookies.put(response, 'login', secret, LASTING.challenge);
    return options;
  }

  @Post('passkey')
  @HttpCode(200)
  @JsonBody()
  @Describes('session', {
    id: 'signInByPasskey',
    summary: 'Sign in by passkey',
    description: 'Opens a session: the key and the finger or PIN are both factors.',
    ok: 'SignInStep',
    open: true,
    body: true,
    codes: ['login-failed', 'login-expired'],
  })
  async byPasskey(
    @Body(new EnvelopePipe(PasskeyRequest)) { credential }: PasskeyRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInStep> {
    const { signIn } = this.door.accounts;
    const answer = await signIn.byPasskey(this.pending(request), credential, this.door.site(request));
    if ('code' in answer) await this.door.limits.refused(request.ip ?? '');
    return this.next(response, answer);
  }

  @Post('demo')
  @HttpCode(200)
  @JsonBody()
  @Describes('session', {
    id: 'signInToDemo',
    summary: 'Sign in to the demo',
    description: 'As one of its made-up users; there are none unless LOTSE_DEMO_LOGIN is set.',
    ok: 'SignInStep',
    open: true,
    body: true,
    codes: ['account-unknown'],
  })
  async demo(
    @Body(new EnvelopePipe(DemoRequest)) { account }: DemoRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInStep> {
    if (!this.door.isDemo) throw new Problem('account-unknown', { detail: 'This is no demo.' });
    return this.next(response, await this.door.accounts.demo.signIn(account));
  }

  /** The secret of the sign-in that is under way in this browser. */
  private pending(request: Request): string {
    return this.door.cookies.read(request, 'login') ?? '';
  }

  private tryOf(request: Request, email: string): LoginTry {
    const { cookies, accounts } = this.door;
    const mark = cookies.read(request, 'device');
    const isKnown = mark !== undefined && accounts.devices.isMark(email, mark);
    return {
      account: hashOf(email.normalize('NFC').toLowerCase()),
      address: request.ip ?? '',
      device: isKnown ? hashOf(mark) : undefined,
    };
  }

  private async next(response: Response, answer: Answer<OpenedSession | HalfSignedIn>): Promise<SignInStep> {
    const reached = answered(answer);
    if ('factors' in reached) {
      this.door.cookies.put(response, 'login', reached.secret, LASTING.challenge);
      return { step: 'second-factor', factors: reached.factors };
    }
    await this.door.signIn(response, reached);
    return DONE;
  }
}
