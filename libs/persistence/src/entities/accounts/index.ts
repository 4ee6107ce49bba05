import { AccessTokenEntity } from './access-token.entity';
import { AccountEntity } from './account.entity';
import { AccountChallengeEntity } from './account-challenge.entity';
import { AccountGrantEntity } from './account-grant.entity';
import { AccountLinkEntity } from './account-link.entity';
import { AccountPasskeyEntity } from './account-passkey.entity';
import { AccountRecoveryCodeEntity } from './account-recovery-code.entity';
import { AccountSessionEntity } from './account-session.entity';
import { AccountSubjectEntity } from './account-subject.entity';
import { ScopedLinkEntity } from './scoped-link.entity';

/** Tables of accounts, for the drift check of the migrations. */
export const accountEntities = [
  AccessTokenEntity,
  AccountEntity,
  AccountChallengeEntity,
  AccountGrantEntity,
  AccountLinkEntity,
  AccountPasskeyEntity,
  AccountRecoveryCodeEntity,
  AccountSessionEntity,
  AccountSubjectEntity,
  ScopedLinkEntity,
];
