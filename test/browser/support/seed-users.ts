import { createAccounts, type DemoAccount } from '@lotse/accounts';
import { createAccountStores, createDataSource } from '@lotse/persistence';
import { createKeyring, parseMasterKey } from '@lotse/platform';
import { EVERYTHING } from '@lotse/policy';
import { MASTER_KEY, type ApiUnderTest } from '../../e2e/support/running-api';

/** More users of the demo, who sign in by one click as the others do: for people that a test brings along. */
export async function seedUsers({ databaseUrl }: ApiUnderTest, users: readonly DemoAccount[]): Promise<void> {
  const dataSource = await createDataSource(databaseUrl, { scope: EVERYTHING }).initialize();
  try {
    const { demo } = createAccounts({
      stores: createAccountStores(dataSource),
      keyring: createKeyring(parseMasterKey(MASTER_KEY)),
      clock: { now: () => new Date() },
    });
    await demo.seed(users);
  } finally {
    await dataSource.destroy();
  }
}
