import type { ListedAccount } from '@lotse/accounts';
import type { Grant } from '@lotse/policy';

/** Whoever a task can be handed to. */
export interface Colleague {
  readonly account: string;
  readonly name: string;
}

/** Roles that run programmes together: what one of them does, the other can. */
const OFFICE: readonly Grant['role'][] = ['coordinator', 'administrator'];

const overlaps = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other;

/** Held by a person of the same side, in the same organisation and programme; a grant for one person or journey alone makes nobody a colleague. */
function isShared(mine: Grant, theirs: Grant): boolean {
  const [one, other] = [mine, theirs].map(({ role }) => (OFFICE.includes(role) ? 'office' : role));
  return (
    one === other &&
    mine.organisation === theirs.organisation &&
    theirs.person === undefined &&
    theirs.journey === undefined &&
    overlaps(mine.programme, theirs.programme)
  );
}

/** Accounts that work beside the asker, themselves among them, by name; those that were disabled are left out. */
export const colleaguesOf = (
  grants: readonly Grant[],
  accounts: readonly ListedAccount[],
): readonly Colleague[] =>
  accounts
    .filter(
      ({ status, grants: theirs }) =>
        status !== 'disabled' && theirs.some((one) => grants.some((mine) => isShared(mine, one))),
    )
    .map(({ id, name }) => ({ account: id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
