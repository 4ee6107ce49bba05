import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { LinkState } from '@lotse/accounts';
import type { Request, Response } from 'express';
import { EnvelopePipe } from '../http/envelope.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { Describes } from '../openapi/operations/account.operations';
import { pathParam } from '../openapi/operations/parts';
import { answered, type AccountDoor } from './account-door';
import { ACCOUNT_DOOR } from './account-door.token';
import { ConsumeRequest } from './requests/own.requests';
import { ResetRequest } from './requests/sign-in.requests';

const INVITATION = pathParam('invitation', 'Secret of the link: what stands behind # in it.', 'x7Qe…');

/** Links by mail that make an account one's own, or set a new password. Looking at one changes nothing: mail scanners look. */
@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(@Inject(ACCOUNT_DOOR) private readonly door: AccountDoor) {}

  @Post('resets')
  @HttpCode(204)
  @JsonBody()
  @Describes('session', {
    id: 'askReset',
    summary: 'Ask for a new password',
    description: 'Mails a link where the address has an account. The answer is the same where it has none.',
    open: true,
    body: true,
  })
  async askReset(
    @Body(new EnvelopePipe(ResetRequest)) { email }: ResetRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { limits, accounts } = this.door;
    await limits.mayTry(request.ip ?? '', response);
    await limits.refused(request.ip ?? '');
    await accounts.oneTimeLinks.askReset(email, this.door.site(request).base);
  }

  @Get(':invitation')
  @INVITATION
  @Describes('session', {
    id: 'lookAtInvitation',
    summary: 'Look at a link',
    description:
      'What it is for and until when. Expired, used, replaced and forged links are answered alike.',
    ok: 'Invitation',
    open: true,
    codes: ['link-unknown'],
  })
  async look(
    @Param('invitation') secret: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LinkState> {
    return this.counted(request, response, () => this.door.accounts.oneTimeLinks.look(secret));
  }

  @Post(':invitation')
  @HttpCode(204)
  @JsonBody()
  @INVITATION
  @Describes('session', {
    id: 'useInvitation',
    summary: 'Use a link',
    description: 'Sets the password, once, and ends the sessions of the account. Sign in afterwards.',
    open: true,
    body: true,
    codes: ['link-unknown', 'password-weak', 'password-common', 'address-invalid', 'address-taken'],
  })
  async consume(
    @Param('invitation') secret: string,
    @Body(new EnvelopePipe(ConsumeRequest)) given: ConsumeRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { password, name, email, language } = given;
    await this.counted(request, response, () =>
      this.door.accounts.oneTimeLinks.consume(secret, {
        password,
        ...(name === undefined ? {} : { name }),
        ...(email === undefined ? {} : { email }),
        ...(language === undefined ? {} : { language }),
      }),
    );
    this.door.changed();
  }

  /** Links that open nothing count against the address that tries them. */
  private async counted<Value>(
    request: Request,
    response: Response,
    ask: () => Promise<Parameters<typeof answered<Value>>[0]>,
  ): Promise<Value> {
    const { limits } = this.door;
    await limits.mayTry(request.ip ?? '', response);
    const answer = await ask();
    if (typeof answer === 'object' && answer !== null && 'code' in answer)
      await limits.refused(request.ip ?? '');
    return answered<Value>(answer);
  }
}
