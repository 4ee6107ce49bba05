import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FactorSetUp, ListedSession, OwnState, RegistrationOptions } from '@lotse/accounts';
import type { Request, Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { Describes } from '../openapi/operations/account.operations';
import { pathParam } from '../openapi/operations/parts';
import { answered, sessionOf, type AccountDoor } from './account-door';
import { ACCOUNT_DOOR } from './account-door.token';
import { CodeRequest, PasswordRequest } from './requests/own.requests';
import { PasskeyRequest } from './requests/sign-in.requests';

interface RecoveryCodes {
  /** Told once. */
  readonly recoveryCodes: readonly string[];
}

/** One's own account, in a session. */
@Controller('api/v1/account')
export class OwnAccountController {
  constructor(@Inject(ACCOUNT_DOOR) private readonly door: AccountDoor) {}

  @Get()
  @Allow('account.own')
  @Describes('accounts', {
    id: 'getOwnAccount',
    summary: 'Show the own account',
    description: 'Name, address and what the account proves itself with; never a secret.',
    ok: 'OwnAccount',
  })
  async state(@Res({ passthrough: true }) response: Response): Promise<OwnState> {
    return answered(await this.door.accounts.own.state(sessionOf(response)));
  }

  @Put('password')
  @HttpCode(204)
  @JsonBody()
  @Allow('account.own')
  @Describes('accounts', {
    id: 'changePassword',
    summary: 'Change the password',
    description: 'Ends all other sessions of the account.',
    body: true,
    codes: ['proof-refused', 'password-weak', 'password-common', 'step-up-needed'],
  })
  async changePassword(
    @Body(new EnvelopePipe(PasswordRequest)) { present, password }: PasswordRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { own } = this.door.accounts;
    answered(await own.changePassword(sessionOf(response), present, password));
    this.door.changed();
  }

  @Post('totp')
  @HttpCode(200)
  @Allow('account.own')
  @Describes('accounts', {
    id: 'draftTotp',
    summary: 'Set up a code generator',
    description: 'A new secret; it counts once a code of it is given.',
    ok: 'TotpDraft',
    codes: ['step-up-needed'],
  })
  async draftTotp(
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly secret: string; readonly uri: string }> {
    return answered(await this.door.accounts.own.draftTotp(sessionOf(response)));
  }

  @Put('totp')
  @JsonBody()
  @Allow('account.own')
  @Describes('accounts', {
    id: 'confirmTotp',
    summary: 'Confirm the code generator',
    description: 'By a code of it. With the first second factor come recovery codes, told once.',
    ok: 'RecoveryCodes',
    body: true,
    codes: ['proof-refused', 'step-up-needed'],
  })
  async confirmTotp(
    @Body(new EnvelopePipe(CodeRequest)) { code }: CodeRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RecoveryCodes> {
    return this.setUp(
      response,
      answered(await this.door.accounts.own.confirmTotp(sessionOf(response), code)),
    );
  }

  @Delete('totp')
  @HttpCode(204)
  @Allow('account.own')
  @Describes('accounts', {
    id: 'removeTotp',
    summary: 'Remove the code generator',
    description: 'Refused while it is the last second factor of a role that needs one.',
    codes: ['last-second-factor', 'step-up-needed'],
  })
  async removeTotp(@Res({ passthrough: true }) response: Response): Promise<void> {
    answered(await this.door.accounts.own.removeTotp(sessionOf(response)));
  }

  @Post('passkeys/options')
  @HttpCode(200)
  @Allow('account.own')
  @Describes('accounts', {
    id: 'getNewPasskeyOptions',
    summary: 'Ask for a new passkey',
    description: 'Options for navigator.credentials.create; they hold for ten minutes.',
    ok: 'AuthenticatorOptions',
    codes: ['step-up-needed'],
  })
  async passkeyOptions(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RegistrationOptions> {
    const { own } = this.door.accounts;
    return answered(await own.passkeyOptions(sessionOf(response), this.door.site(request)));
  }

  @Post('passkeys')
  @HttpCode(200)
  @JsonBody()
  @Allow('account.own')
  @Describes('accounts', {
    id: 'addPasskey',
    summary: 'Add a passkey',
    description: 'What the authenticator made. With the first second factor come recovery codes, told once.',
    ok: 'RecoveryCodes',
    body: true,
    codes: ['proof-refused', 'login-expired', 'step-up-needed'],
  })
  async addPasskey(
    @Body(new EnvelopePipe(PasskeyRequest)) { credential }: PasskeyRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RecoveryCodes> {
    const { own } = this.door.accounts;
    const added = await own.addPasskey(sessionOf(response), credential, this.door.site(request));
    return this.setUp(response, answered(added));
  }

  @Delete('passkeys/:passkey')
  @HttpCode(204)
  @Allow('account.own')
  @pathParam('passkey', 'Id of the passkey.', 'q1w2e3')
  @Describes('accounts', {
    id: 'removePasskey',
    summary: 'Remove a passkey',
    description: 'Refused while it is the last second factor of a role that needs one.',
    codes: ['last-second-factor', 'credential-unknown', 'step-up-needed'],
  })
  async removePasskey(
    @Param('passkey') passkey: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    answered(await this.door.accounts.own.removePasskey(sessionOf(response), passkey));
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @Allow('account.own')
  @Describes('accounts', {
    id: 'renewRecoveryCodes',
    summary: 'Make new recovery codes',
    description: 'In place of all earlier ones. Told once; each holds once.',
    ok: 'RecoveryCodes',
    codes: ['second-factor-missing', 'step-up-needed'],
  })
  async recoveryCodes(@Res({ passthrough: true }) response: Response): Promise<RecoveryCodes> {
    return { recoveryCodes: answered(await this.door.accounts.own.recoveryCodes(sessionOf(response))) };
  }

  @Get('sessions')
  @Allow('account.own')
  @Describes('accounts', {
    id: 'listSessions',
    summary: 'List the own sessions',
    description: 'When each was opened and last used.',
    ok: 'SessionList',
  })
  async sessions(
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly sessions: readonly ListedSession[] }> {
    return { sessions: await this.door.accounts.own.sessions(sessionOf(response)) };
  }

  @Delete('sessions')
  @HttpCode(204)
  @Allow('account.own')
  @Describes('accounts', {
    id: 'endOtherSessions',
    summary: 'End all other sessions',
    description: 'All of the account but this one. Needs a sign-in or a proof of the last ten minutes.',
    codes: ['step-up-needed', 'login-expired'],
  })
  async endOthers(@Res({ passthrough: true }) response: Response): Promise<void> {
    answered(await this.door.accounts.own.endOthers(sessionOf(response)));
    this.door.changed();
  }

  @Delete('sessions/:session')
  @HttpCode(204)
  @Allow('account.own')
  @pathParam('session', 'Id of the session.', '5b9e7e1e-5d0f-4b6c-8a35-3a4f5c1f0c11')
  @Describes('accounts', {
    id: 'endOneSession',
    summary: 'End one of the own sessions',
    description:
      'It is over everywhere within five seconds. Needs a sign-in or a proof of the last ten minutes, but for this session itself.',
    codes: ['credential-unknown', 'step-up-needed', 'login-expired'],
  })
  async endSession(
    @Param('session') session: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    answered(await this.door.accounts.own.endSession(sessionOf(response), session));
    this.door.changed();
  }

  private setUp(response: Response, { session, recoveryCodes = [] }: FactorSetUp): RecoveryCodes {
    this.door.open(response, session);
    return { recoveryCodes };
  }
}
