import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import { LASTING, type ListedAccount, type StoredGrant } from '@lotse/accounts';
import type { JsonObject } from '@lotse/domain';
import type { Principal } from '@lotse/policy';
import type { Request } from 'express';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { IdPipe } from '../http/id.pipe';
import { JsonBody } from '../http/json-body.decorator';
import { JsonObjectPipe } from '../http/json-object.pipe';
import { Describes, GrantBody } from '../openapi/operations/account.operations';
import { pathParam } from '../openapi/operations/parts';
import { answered, type AccountDoor } from './account-door';
import { ACCOUNT_DOOR } from './account-door.token';
import { AccountsQuery } from './accounts.query';
import { grantFrom, keeps, mustAdminister, mustKeep } from './may-grant';
import { InviteRequest, StatusRequest } from './requests/directory.requests';

const ACCOUNT = pathParam('account', 'Id of the account.', 'demo-coordinator');
const PAGE = 100;

interface AccountPage {
  readonly accounts: readonly ListedAccount[];
  /** Give it as `after` for the next page; absent on the last. */
  readonly next?: string;
}

/** Accounts as administrators keep them. */
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(@Inject(ACCOUNT_DOOR) private readonly door: AccountDoor) {}

  @Get()
  @Allow('account.read')
  @Describes('accounts', {
    id: 'listAccounts',
    summary: 'List accounts',
    description: 'By id, a page at a time, with what each holds: those that one keeps.',
    ok: 'AccountPage',
    codes: ['fields-invalid'],
  })
  async list(
    @Query(new EnvelopePipe(AccountsQuery)) { after = '' }: AccountsQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<AccountPage> {
    const kept: ListedAccount[] = [];
    // Accounts of others leave no trace: no shorter page, and no cursor that names one.
    for (let from = after; kept.length <= PAGE;) {
      const rows = await this.door.accounts.directory.list(from, PAGE);
      kept.push(...rows.filter(({ grants }) => keeps(principal, grants)));
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) break;
      from = last.id;
    }
    const accounts = kept.slice(0, PAGE);
    const last = kept.length > PAGE ? accounts.at(-1) : undefined;
    return last === undefined ? { accounts } : { accounts, next: last.id };
  }

  @Get(':account')
  @Allow('account.read')
  @ACCOUNT
  @Describes('accounts', {
    id: 'getAccount',
    summary: 'Show an account',
    description: 'With what it holds.',
    ok: 'Account',
    codes: ['account-unknown', 'fields-invalid'],
  })
  async find(
    @Param('account', new IdPipe('account')) account: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ListedAccount> {
    const found = answered(await this.door.accounts.directory.find(account));
    mustKeep(principal, found.grants);
    return found;
  }

  @Post()
  @JsonBody()
  @Allow('account.manage')
  @Describes('accounts', {
    id: 'inviteAccount',
    summary: 'Make an account',
    description:
      'Its owner gets a link by mail that holds for seven days and once. The link is not answered here.',
    created: 'Invited',
    body: true,
    codes: ['grant-invalid', 'address-invalid', 'address-taken'],
  })
  async invite(
    @Body(new EnvelopePipe(InviteRequest)) { name, email, language, grants }: InviteRequest,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<{ readonly account: string; readonly expiresAt: string }> {
    const given = grants.map((grant) => grantFrom(grant, principal));
    const { directory } = this.door.accounts;
    const made = await directory.invite(
      { name, email, language, grants: given },
      this.door.site(request).base,
    );
    const { account, expiresAt } = answered(made);
    return { account, expiresAt };
  }

  @Post(':account/invitation')
  @Allow('account.manage')
  @ACCOUNT
  @Describes('accounts', {
    id: 'inviteAgain',
    summary: 'Send a new invitation',
    description: 'To an account that was not used yet. The earlier link no longer opens anything.',
    created: 'Invited',
    codes: ['account-unknown', 'fields-invalid'],
  })
  async inviteAgain(
    @Param('account', new IdPipe('account')) id: string,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<{ readonly account: string; readonly expiresAt: string }> {
    await this.mayManage(principal, id);
    const { directory } = this.door.accounts;
    const { account, expiresAt } = answered(await directory.inviteAgain(id, this.door.site(request).base));
    return { account, expiresAt };
  }

  @Put(':account/status')
  @HttpCode(204)
  @JsonBody()
  @Allow('account.manage')
  @ACCOUNT
  @Describes('accounts', {
    id: 'setAccountStatus',
    summary: 'Disable or enable an account',
    description: `Disabling ends its sessions, tokens and links everywhere within ${LASTING.trust / 1000} seconds.`,
    body: true,
    codes: ['account-unknown'],
  })
  async setStatus(
    @Param('account', new IdPipe('account')) id: string,
    @Body(new EnvelopePipe(StatusRequest)) { status }: StatusRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    await this.mayManage(principal, id);
    const { directory } = this.door.accounts;
    answered(status === 'disabled' ? await directory.disable(id) : await directory.enable(id));
    this.door.changed();
  }

  @Delete(':account/sessions')
  @HttpCode(204)
  @Allow('account.manage')
  @ACCOUNT
  @Describes('accounts', {
    id: 'endAccountSessions',
    summary: 'End the sessions of an account',
    description: `As when a device is lost: everywhere within ${LASTING.trust / 1000} seconds. Its owner signs in anew.`,
    codes: ['account-unknown', 'fields-invalid'],
  })
  async endSessions(
    @Param('account', new IdPipe('account')) id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    await this.mayManage(principal, id);
    answered(await this.door.accounts.directory.endSessions(id));
    this.door.changed();
  }

  @Post(':account/grants')
  @JsonBody()
  @GrantBody()
  @Allow('account.manage')
  @ACCOUNT
  @Describes('accounts', {
    id: 'addGrant',
    summary: 'Grant a role',
    description: 'Role and what it is held for. It counts everywhere within five seconds.',
    created: 'Grant',
    body: true,
    codes: ['account-unknown', 'grant-invalid'],
  })
  async grant(
    @Param('account', new IdPipe('account')) id: string,
    @Body(new JsonObjectPipe()) body: JsonObject,
    @CurrentPrincipal() principal: Principal,
  ): Promise<StoredGrant> {
    const added = answered(await this.door.accounts.directory.grant(id, grantFrom(body, principal)));
    this.door.changed();
    return added;
  }

  @Delete(':account/grants/:grant')
  @HttpCode(204)
  @Allow('account.manage')
  @ACCOUNT
  @pathParam('grant', 'Id of the grant.', '0a6f4f5e-9a55-4f0e-9d3c-1f8f1f2a7711')
  @Describes('accounts', {
    id: 'removeGrant',
    summary: 'Take a role away',
    description: 'It ends everywhere within five seconds.',
    codes: ['account-unknown', 'fields-invalid'],
  })
  async revoke(
    @Param('account', new IdPipe('account')) id: string,
    @Param('grant', new IdPipe('grant')) grant: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    await this.mayManage(principal, id);
    answered(await this.door.accounts.directory.revoke(id, grant));
    this.door.changed();
  }

  private async mayManage(principal: Principal, id: string): Promise<void> {
    mustAdminister(principal, answered(await this.door.accounts.directory.find(id)).grants);
  }
}
