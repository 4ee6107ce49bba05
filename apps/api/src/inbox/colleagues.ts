import type { ListedAccount } from '@lotse/accounts';
import { dayInBerlin } from '@lotse/domain';
import { inForce, type Grant } from '@lotse/policy';

/** Whoever a task can be handed to. */
export interface Colleague {
  readonly account: string;
  readonly name: string;
}

/** Roles that run programmes together: what one of them does, the other can. */
const OFFICE: readonly Grant['role'][] = ['coordinator', 'administrator'];

const overlaps = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other;

const isNarrow = ({ person, journey }: Grant): boolean => (person ?? journey) !== undefined;

/** Held by a person of the same side, in the same organisation and programme; a grant for one person or journey alone makes nobody a colleague. */
function isShared(mine: Grant, theirs: Grant): boolean {
  const [one, other] = [mine, theirs].map(({ role }) => (OFFICE.includes(role) ? 'office' : role));
  return (
    one === other &&
    mine.organisation === theirs.organisation &&
    !isNarrow(mine) &&
    !isNarrow(theirs) &&
    overlaps(mine.programme, theirs.programme)
  );
}

/**
 * Accounts that work beside the asker, themselves among them, by name. Left out: those that were disabled, and grants out of their
 * days.
 */
export function colleaguesOf(
  grants: readonly Grant[],
  accounts: readonly ListedAccount[],
  now: Date,
): readonly Colleague[] {
  const at = { today: dayInBerlin(now), now: now.toISOString() };
  const held = ({ id, grants: all }: ListedAccount): readonly Grant[] =>
    inForce({ id, entrance: 'session', grants: all }, at).grants;
  return accounts
    .filter(({ status }) => status !== 'disabled')
    .filter((account) => held(account).some((one) => grants.some((mine) => isShared(mine, one))))
    .map(({ id, name }) => ({ account: id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
