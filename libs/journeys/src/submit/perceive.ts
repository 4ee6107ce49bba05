import { commandRule, type Command } from '@lotse/domain';
import { journeyFactsOf, may, mayGive } from '@lotse/policy';
import { refusedFor, type Refused, type Sender } from '../answer';
import type { Found, JourneyTransaction } from '../ports/journey-store.port';
import { standing } from '../read/standing';

/** What is left of `found` when the journey is none of the sender's: the same as of a journey that does not exist. */
function withoutJourney({ journey: _journey, command: _command, ...rest }: Found): Found {
  return rest;
}

/**
 * Holds a command against the policy table, in its own transaction: bulk, undo, imports, links and approvals all come through here.
 * A journey that the sender does not reach is found as little as one that does not exist, so both are answered alike.
 */
export async function perceive(
  sender: Sender,
  transaction: JourneyTransaction,
  command: Command,
  found: Found,
): Promise<Found | Refused> {
  const { principal } = sender;
  if (principal === undefined) return found;
  const isNew = found.journey === undefined;
  if (isNew && command.command !== 'nominate') return withoutJourney(found);
  // Whose journey it is plays no part: the id is taken, and the domain says so.
  if (!isNew && command.command === 'nominate') return found;
  const state = await standing(found, command.journey, () => transaction.facts(command.journey));
  const permission = mayGive(principal, command, isNew ? undefined : journeyFactsOf(state));
  if (permission.ok) return claimed(sender, command) ?? found;
  if (permission.because === 'unrelated' && !isNew) return withoutJourney(found);
  const who = commandRule(command.command)?.by ?? [];
  return refusedFor('actor-not-allowed', 'policy', who, permission.reason);
}

/**
 * `approvedBy` is given here, by somebody who is signed in, and not claimed. Who may import may claim it: an import states approvals
 * of the past too.
 */
function claimed({ principal, approvals = [] }: Sender, { command, data }: Command): Refused | undefined {
  const { approvedBy } = data;
  if (approvedBy === undefined || principal === undefined || may(principal, 'import.run').ok)
    return undefined;
  if (approvals.some(({ account }) => account === approvedBy)) return undefined;
  return refusedFor(
    'actor-not-allowed',
    'approval-given',
    ['coordinator', 'administrator'],
    `${command}: ask for an approval instead of naming who approved; the second person gives it with an account of their own.`,
  );
}

/** Somebody else holds an id that the command names, where the sender cannot see it. */
export const idTaken = (command: Command): Refused =>
  refusedFor(
    'id-clash',
    'id',
    [],
    `${command.command}: an id that it gives is taken already. Give the command and what it makes new ids.`,
  );
