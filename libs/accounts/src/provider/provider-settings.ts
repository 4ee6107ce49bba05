import type { Grant } from '@lotse/policy';
import { grantOf } from '../grants';

/** The organisation's own sign-in service, by OpenID Connect. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client: then PKCE alone binds the code. */
  readonly clientSecret?: string;
  /** Claim of the ID token, or of the user info, that lists groups. */
  readonly groupsClaim: string;
  readonly scope: string;
  /** What a group gives. */
  readonly groups: GroupGrants;
}

/** By name of a group. */
export type GroupGrants = ReadonlyMap<string, readonly Grant[]>;

/** Which groups give what, from JSON text such as `{"coordinators": [{"role": "coordinator"}]}`. @throws TypeError naming what is wrong */
export function groupGrantsOf(text: string): GroupGrants {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new TypeError('is not JSON', { cause });
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new TypeError('is not an object of lists of grants by name of a group');
  return new Map(Object.entries(parsed).map(([group, given]) => [group, grantsOf(group, given)]));
}

function grantsOf(group: string, given: unknown): Grant[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [undefined];
  return list.map((one, index) => {
    const grant = grantOf(one);
    if (grant === undefined)
      throw new TypeError(
        `holds something that is no grant (group ${JSON.stringify(group)}, number ${index + 1})`,
      );
    return grant;
  });
}
