import type { JsonObject } from '@lotse/domain';
import type { Answer, Refused, Sender } from '../answer';
import { canonicalJson } from '../canonical-json';
import { figuresOfCommand, kindsFor } from '../figures/figures-of-command';
import type { JourneyTransaction } from '../ports/journey-store.port';
import { attempted, opened, type Attempt } from './attempts';
import { decideOn, type Door, type Submission } from './decide-on';
import { known } from './known';
import { readCommand } from './read-command';
import { recordedAtRefusal } from './stamp';
import { writeOf } from './write-of';

/**
 * The one door for commands (docs/adr/0004). Decides and writes in one transaction, idempotent by the command's id: the same id and
 * body is answered as repeated, the same id with another body is refused. A refusal changes nothing. `expectedVersion` is a
 * condition of the moment and no part of the body that is compared.
 * @param body the command as JSON, unchecked, without `type`
 */
export async function submit(door: Door, body: JsonObject, sender: Sender): Promise<Answer> {
  const submission = prepare(door, body, sender);
  return 'refused' in submission ? submission.refused : submitPrepared(door, submission);
}

/** As `submit`, of what was checked already. */
export const submitPrepared = (door: Door, submission: Submission): Promise<Answer> =>
  attempted(door, submission, (transaction) => tryOnce(door, transaction, submission));

/** Checks what can be checked without the database. */
export function prepare(
  door: Door,
  body: JsonObject,
  sender: Sender,
): Submission | { readonly refused: Refused } {
  const now = sender.now ?? door.clock.now();
  const read = readCommand(body);
  if ('refused' in read) return read;
  const { command } = read;
  const early = recordedAtRefusal(command.recordedAt, sender, now);
  if (early !== undefined) return { refused: early };
  const { expectedVersion: _condition, ...compared } = body;
  return { command, bodyHash: door.keyring.hash(canonicalJson(compared)), sender, now };
}

async function tryOnce(
  door: Door,
  transaction: JourneyTransaction,
  submission: Submission,
): Promise<Attempt<Answer>> {
  const { command, bodyHash } = submission;
  const opening = await opened(transaction, submission, kindsFor(command));
  if ('answer' in opening) return { keep: false, answer: opening.answer };
  const { found, counted } = opening;
  const decided = await decideOn(door, transaction, submission, found);
  if (decided.answer !== 'write') {
    // What was accepted while this transaction waited for the lock is not in `found`: a repeat must not read as a refusal.
    const hidden = submission.sender.principal !== undefined && found.journey === undefined;
    const meanwhile =
      hidden && command.command !== 'nominate' ? undefined : await transaction.findCommand(command.id);
    return {
      keep: false,
      answer: meanwhile === undefined ? decided.answer : known(command.id, meanwhile, bodyHash),
    };
  }
  const write = writeOf(decided.change, door.keyring);
  const figures =
    counted === undefined ? [] : await figuresOfCommand(transaction, door.keyring, write, counted);
  if ((await transaction.conclude(write, figures)) === 'clash') return { keep: false, answer: 'clash' };
  return { keep: true, answer: { result: 'accepted', version: write.after.version } };
}
