import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { ListedLink, ScopedLink } from '@lotse/accounts';
import type { Journeys } from '@lotse/journeys';
import type { Request, Response } from 'express';
import { may, type Principal } from '@lotse/policy';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { identityOf } from '../auth/principal';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { Describes } from '../openapi/operations/account.operations';
import { pathParam } from '../openapi/operations/parts';
import { PLAIN_JOURNEYS } from '../ports';
import { Problem } from '../problems/problem';
import { answered, type AccountDoor } from './account-door';
import { ACCOUNT_DOOR } from './account-door.token';
import { LinksQuery } from './accounts.query';
import { LinkRequest } from './requests/directory.requests';
import { CodeRequest } from './requests/own.requests';

/** Links for people without an account, and what their holders ask of them. */
@Controller('api/v1/links')
export class LinksController {
  constructor(
    @Inject(ACCOUNT_DOOR) private readonly door: AccountDoor,
    @Inject(PLAIN_JOURNEYS) private readonly journeys: Journeys,
  ) {}

  @Get('own')
  @Describes('accounts', {
    id: 'getOwnLink',
    summary: 'Show what a link is for',
    description: 'Asked with the link itself as bearer token. Changes nothing.',
    ok: 'OwnLink',
  })
  own(
    @Res({ passthrough: true }) response: Response,
  ): Pick<
    ScopedLink,
    'role' | 'organisation' | 'journey' | 'commands' | 'singleUse' | 'expiresAt' | 'placement' | 'provedUntil'
  > {
    const { role, organisation, journey, commands, singleUse, expiresAt, placement, provedUntil } =
      linkOf(response);
    return {
      role,
      journey,
      commands,
      singleUse,
      expiresAt,
      ...(organisation === undefined ? {} : { organisation }),
      ...(placement === undefined ? {} : { placement }),
      ...(provedUntil === undefined ? {} : { provedUntil }),
    };
  }

  @Post('own/code')
  @HttpCode(204)
  @Describes('accounts', {
    id: 'sendLinkCode',
    summary: 'Send a one-time code',
    description: 'To the address that the link was sent to, for decisions that ask for a proof.',
  })
  async sendCode(@Res({ passthrough: true }) response: Response): Promise<void> {
    const link = linkOf(response);
    const attempt = { account: link.id, address: '', device: `code/${link.id}` };
    await this.door.limits.mayLogin(attempt, response);
    await this.door.limits.loginFailed(attempt);
    await this.door.accounts.scopedLinks.sendCode(link);
  }

  @Post('own/proof')
  @HttpCode(200)
  @JsonBody()
  @Describes('accounts', {
    id: 'proveLink',
    summary: 'Prove by the one-time code',
    description: 'It counts for ten minutes. Five tries belong to one code.',
    ok: 'Proof',
    body: true,
    codes: ['proof-refused'],
  })
  async prove(
    @Body(new EnvelopePipe(CodeRequest)) { code }: CodeRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ readonly provedUntil: string }> {
    const provedUntil = answered(await this.door.accounts.scopedLinks.prove(linkOf(response), code));
    this.door.changed();
    return { provedUntil };
  }

  @Get()
  @Allow('link.issue')
  @Describes('accounts', {
    id: 'listLinks',
    summary: 'List the links of a journey',
    description: 'Whom they are for and what became of them; never the links themselves.',
    ok: 'LinkList',
    codes: ['journey-unknown', 'fields-invalid'],
  })
  async list(
    @Query(new EnvelopePipe(LinksQuery)) { journey }: LinksQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly links: readonly ListedLink[] }> {
    await this.mustReach(principal, journey);
    return { links: await this.door.accounts.scopedLinks.list(journey) };
  }

  @Post()
  @JsonBody()
  @Allow('link.issue')
  @Describes('accounts', {
    id: 'issueLink',
    summary: 'Make a link',
    description: 'Sent by mail to the address given; it is not answered here.',
    created: 'IssuedLink',
    body: true,
    codes: ['journey-unknown', 'address-invalid'],
  })
  async issue(
    @Body(new EnvelopePipe(LinkRequest)) request: LinkRequest,
    @CurrentPrincipal() principal: Principal,
    @Req() asked: Request,
  ): Promise<{ readonly id: string; readonly expiresAt: string }> {
    await this.mustReach(principal, request.journey);
    const { organisation, reference, placement, ...rest } = request;
    const link = {
      ...rest,
      ...(organisation === undefined ? {} : { organisation }),
      ...(reference === undefined ? {} : { reference }),
      ...(placement === undefined ? {} : { placement }),
    };
    const { scopedLinks } = this.door.accounts;
    const { id, expiresAt } = answered(
      await scopedLinks.issue(link, principal.id, this.door.site(asked).base),
    );
    return { id, expiresAt };
  }

  @Delete(':link')
  @HttpCode(204)
  @Allow('link.issue')
  @pathParam('link', 'Id of the link.', '5b9e7e1e-5d0f-4b6c-8a35-3a4f5c1f0c11')
  @Describes('accounts', {
    id: 'revokeLink',
    summary: 'Revoke a link',
    description: 'It ends everywhere within five seconds.',
    codes: ['credential-unknown', 'journey-unknown', 'fields-invalid'],
  })
  async revoke(
    @Param('link', new IdPipe('link')) id: string,
    @Query(new EnvelopePipe(LinksQuery)) { journey }: LinksQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    await this.mustReach(principal, journey);
    const { scopedLinks } = this.door.accounts;
    const isOfJourney = (await scopedLinks.list(journey)).some((link) => link.id === id);
    if (!isOfJourney) throw new Problem('credential-unknown', { detail: 'There is no such link.' });
    answered(await scopedLinks.revoke(id));
    this.door.changed();
  }

  /** A journey that the asker does not reach is answered as one that is not there. */
  private async mustReach(principal: Principal, journey: string): Promise<void> {
    const facts = await this.journeys.partiesOf(journey);
    const isOpen = facts !== null && may(principal, 'link.issue', { kind: 'journey', journey: facts }).ok;
    if (!isOpen) throw new Problem('journey-unknown', { detail: `There is no journey ${journey}.` });
  }
}

function linkOf(response: Response): ScopedLink {
  const link = identityOf(response)?.link;
  if (link === undefined) throw new Error('This route does not ask for a link');
  return link;
}
