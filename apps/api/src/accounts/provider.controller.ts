import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { LASTING } from '@lotse/accounts';
import type { Request, Response } from 'express';
import { SendsOn } from '../openapi/operations/account.operations';
import { answered, type AccountDoor } from './account-door';
import { ACCOUNT_DOOR } from './account-door.token';

const CALLBACK = '/api/v1/session/provider/callback';

/** Sign-in at the organisation's own service. Its tokens never reach the browser. */
@Controller('api/v1/session/provider')
export class ProviderController {
  constructor(@Inject(ACCOUNT_DOOR) private readonly door: AccountDoor) {}

  @Get()
  @SendsOn({
    id: 'beginProviderSignIn',
    summary: "Sign in at the organisation's own service",
    description: 'Sends the browser there, bound by state, nonce and PKCE.',
    codes: ['provider-missing', 'provider-unavailable'],
  })
  async begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.door.limits.mayTry(request.ip ?? '', response);
    const { provider } = this.door.accounts;
    const { url, secret } = answered(await provider.begin(`${this.door.site(request).base}${CALLBACK}`));
    this.door.cookies.put(response, 'login', secret, LASTING.challenge);
    response.redirect(303, url);
  }

  @Get('callback')
  @SendsOn({
    id: 'endProviderSignIn',
    summary: 'Come back from the sign-in service',
    description:
      'Redeems the code once, in the browser that began, and opens the session or asks for the second factor.',
    codes: [
      'login-expired',
      'provider-missing',
      'provider-refused',
      'provider-unavailable',
      'provider-no-access',
    ],
  })
  async end(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { cookies, accounts, limits } = this.door;
    await limits.mayTry(request.ip ?? '', response);
    const { base } = this.door.site(request);
    const secret = cookies.read(request, 'login') ?? '';
    const answer = await accounts.provider.end(secret, `${base}${request.originalUrl}`);
    cookies.drop(response, 'login');
    if ('code' in answer) await limits.refused(request.ip ?? '');
    const reached = answered(answer);
    if ('factors' in reached) {
      cookies.put(response, 'login', reached.secret, LASTING.challenge);
      response.redirect(303, `${base}/#second-factor`);
      return;
    }
    await this.door.signIn(response, reached);
    response.redirect(303, `${base}/`);
  }
}
