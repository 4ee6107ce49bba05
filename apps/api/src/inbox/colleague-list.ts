import { Inject, Injectable } from '@nestjs/common';
import type { ListedAccount } from '@lotse/accounts';
import type { Grant } from '@lotse/policy';
import type { AccountDoor } from '../accounts/account-door';
import { ACCOUNT_DOOR } from '../accounts/account-door.token';
import { NOW } from '../audit/audit.tokens';
import { colleaguesOf, type Colleague } from './colleagues';

const PAGE = 100;

/** To whom somebody can hand a task: see `colleaguesOf`. */
@Injectable()
export class ColleagueList {
  constructor(
    @Inject(ACCOUNT_DOOR) private readonly door: AccountDoor,
    @Inject(NOW) private readonly now: () => Date,
  ) {}

  async of(grants: readonly Grant[]): Promise<readonly Colleague[]> {
    return colleaguesOf(grants, await this.everybody(), this.now());
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
