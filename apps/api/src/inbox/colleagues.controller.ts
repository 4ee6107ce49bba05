import { Controller, Get, Inject } from '@nestjs/common';
import type { ListedAccount } from '@lotse/accounts';
import type { Principal } from '@lotse/policy';
import type { AccountDoor } from '../accounts/account-door';
import { ACCOUNT_DOOR } from '../accounts/account-door.token';
import { NOW } from '../audit/audit.tokens';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { ApiColleagues } from '../openapi/operations/inbox.operations';
import { colleaguesOf, type Colleague } from './colleagues';

const PAGE = 100;

/** To whom a task can be handed: ids and names of those beside the asker, and nothing else of them. */
@Controller('api/v1/inbox/colleagues')
export class ColleaguesController {
  constructor(
    @Inject(ACCOUNT_DOOR) private readonly door: AccountDoor,
    @Inject(NOW) private readonly now: () => Date,
  ) {}

  @Get()
  @Allow('inbox.snooze')
  @ApiColleagues()
  async list(
    @CurrentPrincipal() { grants }: Principal,
  ): Promise<{ readonly colleagues: readonly Colleague[] }> {
    return { colleagues: colleaguesOf(grants, await this.everybody(), this.now()) };
  }

  private async everybody(): Promise<readonly ListedAccount[]> {
    const all: ListedAccount[] = [];
    for (;;) {
      const page = await this.door.accounts.directory.list(all.at(-1)?.id ?? '', PAGE);
      all.push(...page);
      if (page.length < PAGE) return all;
    }
  }
}
