import type { JsonObject } from '@lotse/domain';
import { refusedFor, type Answer, type Refused, type Sender } from '../answer';
import { canonicalJson } from '../canonical-json';
import { figuresOfCommand, kindsFor } from '../figures/figures-of-command';
import type { AcceptedCommand, JourneyTransaction } from '../ports/journey-store.port';
import { decideOn, type Door, type Submission } from './decide-on';
import { lookUpOf } from './look-up';
import { idTaken, perceive } from './perceive';
import { readCommand } from './read-command';
import { recordedAtRefusal } from './stamp';

/** `clash`: somebody else was first; a new transaction sees what they did. */
type Attempt = { readonly keep: boolean; readonly answer: Answer | 'clash' };

/** A clash shows something committed, so a second look decides; more would mean a rule that `find` does not see. */
export const ATTEMPTS = 3;

/**
 * The one door for commands (docs/adr/0004). Decides and writes in one transaction, idempotent by the command's id: the same id and
 * body is answered as repeated, the same id with another body is refused. A refusal changes nothing. `expectedVersion` is a
 * condition of the moment and no part of the body that is compared.
 * @param body the command as JSON, unchecked, without `type`
 */
export async function submit(door: Door, body: JsonObject, sender: Sender): Promise<Answer> {
  const submission = prepare(door, body, sender);
  if ('refused' in submission) return submission.refused;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { answer } = await door.journeys.transact((transaction) => tryOnce(door, transaction, submission));
    if (answer !== 'clash') return answer;
  }
  const { id, journey } = submission.command;
  if (sender.principal !== undefined) return idTaken(submission.command);
  throw new Error(`Command ${id} of journey ${journey} met a row of another transaction ${ATTEMPTS} times`);
}

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
): Promise<Attempt> {
  const { command, bodyHash } = submission;
  const lookUp = lookUpOf(command);
  if (lookUp.spansPerson) await transaction.lockPerson(lookUp);
  const kinds = kindsFor(command);
  const { found: all, counted } =
    kinds === undefined
      ? { found: await transaction.find(lookUp), counted: undefined }
      : await transaction.findCounted(lookUp, kinds);
  const found = await perceive(submission.sender, transaction, command, all);
  if ('refusal' in found) return { keep: false, answer: found };
  if (found.command !== undefined) return { keep: false, answer: known(command.id, found.command, bodyHash) };
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
  const figures =
    counted === undefined ? [] : await figuresOfCommand(transaction, door.keyring, decided.write, counted);
  if ((await transaction.conclude(decided.write, figures)) === 'clash')
    return { keep: false, answer: 'clash' };
  return { keep: true, answer: { result: 'accepted', version: decided.write.after.version } };
}

/** The answer to an id that was accepted before. */
export const known = (
  id: string,
  command: AcceptedCommand,
  bodyHash: string,
): Refused | { readonly result: 'repeated'; readonly version: number } =>
  command.bodyHash === bodyHash
    ? { result: 'repeated', version: command.version }
    : refusedFor(
        'id-clash',
        'id',
        [],
        `Command id ${id} was accepted with another body: give a new command a new id.`,
      );
