import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { ListedToken } from '@lotse/accounts';
import type { Response } from 'express';
import { Allow } from '../auth/allow.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { Describes } from '../openapi/operations/account.operations';
import { pathParam } from '../openapi/operations/parts';
import { answered, sessionOf, type AccountDoor } from './account-door';
import { ACCOUNT_DOOR } from './account-door.token';
import { TokenRequest } from './requests/directory.requests';

/** One's own tokens for programs. They are made in a session, so that a token makes no further ones. */
@Controller('api/v1/tokens')
export class TokensController {
  constructor(@Inject(ACCOUNT_DOOR) private readonly door: AccountDoor) {}

  @Get()
  @Allow('token.manage')
  @Describes('accounts', {
    id: 'listTokens',
    summary: 'List the own tokens',
    description: 'What they are for, what they may do, until when, and the hour of their last use.',
    ok: 'TokenList',
  })
  async list(
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly tokens: readonly ListedToken[] }> {
    return { tokens: await this.door.accounts.tokens.list(sessionOf(response).account) };
  }

  @Post()
  @JsonBody()
  @Allow('token.manage')
  @Describes('accounts', {
    id: 'issueToken',
    summary: 'Make a token',
    description: 'The token is answered once and kept by its hash alone.',
    created: 'IssuedToken',
    body: true,
  })
  async issue(
    @Body(new EnvelopePipe(TokenRequest)) { label, scopes, days }: TokenRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly token: string; readonly issued: ListedToken }> {
    return this.door.accounts.tokens.issue(sessionOf(response).account, {
      label,
      ...(scopes === undefined ? {} : { scopes }),
      ...(days === undefined ? {} : { days }),
    });
  }

  @Delete(':token')
  @HttpCode(204)
  @Allow('token.manage')
  @pathParam('token', 'Id of the token.', '5b9e7e1e-5d0f-4b6c-8a35-3a4f5c1f0c11')
  @Describes('accounts', {
    id: 'revokeToken',
    summary: 'Revoke a token',
    description: 'It ends everywhere within five seconds.',
    codes: ['credential-unknown', 'fields-invalid'],
  })
  async revoke(
    @Param('token', new IdPipe('token')) token: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    answered(await this.door.accounts.tokens.revoke(sessionOf(response).account, token));
    this.door.changed();
  }
}
