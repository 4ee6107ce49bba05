import { Refused, type Accounts } from '@lotse/accounts';
import type { AuditPort } from '@lotse/audit';
import { createChannels, type Channels, type ChannelsParts } from '@lotse/journeys';
import { runWithScope } from '@lotse/persistence';
import { EVERYTHING, type Principal } from '@lotse/policy';

interface Parts extends Omit<ChannelsParts, 'stillHolds' | 'announce'> {
  readonly accounts: Pick<Accounts, 'directory'>;
  readonly audit: AuditPort;
}

/** What somebody holds now. Who came in without an account, as by the token of the data folder, holds what it held. */
const stillHolds =
  ({ directory }: Pick<Accounts, 'directory'>) =>
  async (principal: Principal): Promise<Principal | undefined> => {
    const account = await runWithScope(EVERYTHING, () => directory.find(principal.id));
    if (account instanceof Refused) return principal.entrance === 'session' ? undefined : principal;
    return account.status === 'active' ? { ...principal, grants: account.grants } : undefined;
  };

/** The channels with what they ask of accounts and audit. */
export const makeChannels = ({ accounts, audit, ...parts }: Parts): Channels =>
  createChannels({
    ...parts,
    stillHolds: stillHolds(accounts),
    announce: ({ id, account, journey, programme, person, openedAt }) =>
      audit.append({
        at: openedAt,
        who: account,
        entrance: 'session',
        action: 'emergency.open',
        outcome: 'done',
        subjects: [`journey/${journey}`, `person/${person}`],
        programme,
        code: id,
      }),
  });
