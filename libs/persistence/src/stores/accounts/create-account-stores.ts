import type { AccountStores } from '@lotse/accounts';
import type { DataSource } from 'typeorm';
import { createAccessTokenStore } from './access-token.store';
import { createAccountStore } from './account.store';
import { createCredentialStore } from './credential.store';
import { createNoticeStore } from './notice.store';
import { createOneTimeLinkStore } from './one-time-link.store';
import { createScopedLinkStore } from './scoped-link.store';
import { createChallengeStore, createSessionStore } from './session.store';

/** Everything that accounts are kept in. @param dataSource made by `createDataSource`, initialised and migrated */
export const createAccountStores = (dataSource: DataSource): AccountStores => ({
  accounts: createAccountStore(dataSource),
  credentials: createCredentialStore(dataSource),
  sessions: createSessionStore(dataSource),
  challenges: createChallengeStore(dataSource),
  oneTimeLinks: createOneTimeLinkStore(dataSource),
  accessTokens: createAccessTokenStore(dataSource),
  scopedLinks: createScopedLinkStore(dataSource),
  notices: createNoticeStore(dataSource),
});
