import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Audit, AuditRow } from '@lotse/audit';
import type { Role } from '@lotse/domain';
import { runWithScope } from '@lotse/persistence';
import { EVERYTHING, type Principal } from '@lotse/policy';
import type { AccountDoor } from '../accounts/account-door';
import { ACCOUNT_DOOR } from '../accounts/account-door.token';
import { Allow } from '../auth/allow.decorator';
import { CurrentPrincipal } from '../auth/current-principal.decorator';
import { EnvelopePipe } from '../http/envelope.pipe';
import { limitOf } from '../http/limit';
import { ApiOwnAccesses } from '../openapi/operations/audit.operations';
import { beforeOf, pageOf } from './audit-page';
import { AUDIT } from './audit.tokens';
import { AccessesQuery } from './list-audit.query';

/** One access to one's own data: when, what for and by people of which role. Names of employees are their own data. */
interface OwnAccess extends Pick<
  AuditRow,
  'position' | 'at' | 'entrance' | 'action' | 'outcome' | 'code' | 'purpose'
> {
  readonly own: boolean;
  readonly roles: readonly Role[];
}

/** Who reached one's own data (Art. 15 GDPR; who it was by name is no part of it, CJEU C-579/21). */
@Controller('api/v1/account/accesses')
export class AccessesController {
  constructor(
    @Inject(AUDIT) private readonly audit: Audit,
    @Inject(ACCOUNT_DOOR) private readonly door: AccountDoor,
  ) {}

  /** Of whoever asks as a candidate, youngest first; of everybody else nothing is here. */
  @Get()
  @Allow('account.own')
  @ApiOwnAccesses()
  async list(
    @Query(new EnvelopePipe(AccessesQuery)) query: AccessesQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ readonly entries: readonly OwnAccess[]; readonly next?: string }> {
    const person = principal.grants.find(({ role }) => role === 'candidate')?.person;
    if (person === undefined) return { entries: [] };
    return runWithScope(EVERYTHING, async () => {
      const limit = limitOf(query);
      await this.audit.seal();
      const page = pageOf(await this.audit.accesses(person, { ...beforeOf(query), limit }), limit);
      const roles = await this.rolesOf(page.entries.map(({ who }) => who));
      return {
        ...page,
        entries: page.entries.map(({ who, position, at, entrance, action, outcome, code, purpose }) => ({
          position,
          at,
          own: who === principal.id,
          roles: roles.get(who) ?? [],
          entrance,
          action,
          outcome,
          ...(code === undefined ? {} : { code }),
          ...(purpose === undefined ? {} : { purpose }),
        })),
      };
    });
  }

  /** What accounts hold today. */
  private async rolesOf(accounts: readonly string[]): Promise<ReadonlyMap<string, readonly Role[]>> {
    const roles = new Map<string, readonly Role[]>();
    for (const account of new Set(accounts)) {
      const found = await this.door.accounts.directory.find(account);
      if ('grants' in found) roles.set(account, [...new Set(found.grants.map(({ role }) => role))]);
    }
    return roles;
  }
}
