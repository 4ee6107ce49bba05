import { groupGrantsOf, type ProviderSettings } from '@lotse/accounts';
import { ConfigError, type ApiConfig } from '@lotse/platform';
import { isPlain } from '../auth/cookies';

/** The organisation's own sign-in service, where one is configured. @throws ConfigError when its groups give no grants */
export function providerOf(config: ApiConfig): ProviderSettings | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_GROUPS, OIDC_GROUPS_CLAIM, OIDC_SCOPE } =
    config;
  if (OIDC_ISSUER === undefined) return undefined;
  try {
    return {
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      ...(OIDC_CLIENT_SECRET === undefined ? {} : { clientSecret: OIDC_CLIENT_SECRET }),
      groupsClaim: OIDC_GROUPS_CLAIM,
      scope: OIDC_SCOPE,
      groups: groupGrantsOf(OIDC_GROUPS),
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ConfigError([{ variable: 'OIDC_GROUPS', message: error.message }]);
  }
}

/** The demo's sign-in is for one machine: nobody else may reach it. @throws ConfigError */
export function mustStayHere({ LOTSE_DEMO_LOGIN, PUBLIC_URL }: ApiConfig): void {
  if (LOTSE_DEMO_LOGIN && !isPlain(PUBLIC_URL))
    throw new ConfigError([
      {
        variable: 'LOTSE_DEMO_LOGIN',
        message: 'lets anybody in without a password; it cannot stand beside a PUBLIC_URL that others reach',
      },
    ]);
}
