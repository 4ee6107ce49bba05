import {
  applyFacts,
  decide,
  emptyJourney,
  needsHistory,
  type Command,
  type Fact,
  type JsonObject,
} from '@lotse/domain';
import { refusedFor, type Answer, type Sender } from '../answer';
import { canonicalJson } from '../canonical-json';
import type { ClockPort } from '../ports/clock.port';
import type { AcceptedCommand, Found, JourneyStore, JourneyTransaction } from '../ports/journey-store.port';
import type { KeyringPort } from '../ports/keyring.port';
import { openFact, type PersonKey } from '../secrets/sealed-fact';
import { zoneOf } from '../zone';
import { contextOf, templateOf } from './context-of';
import { lookUpOf } from './look-up';
import { readCommand } from './read-command';
import { recordedAtRefusal, stampOf } from './stamp';
import { writeOf } from './write-of';

export interface Door {
  readonly journeys: JourneyStore;
  readonly keyring: KeyringPort;
  readonly clock: ClockPort;
}

interface Submission {
  readonly command: Command;
  readonly bodyHash: string;
  readonly sender: Sender;
  readonly now: Date;
}

/** `clash`: somebody else was first; a new transaction sees what they did. */
type Attempt = { readonly keep: boolean; readonly answer: Answer | 'clash' };

/** A clash shows something committed, so a second look decides; more would mean a rule that `find` does not see. */
const ATTEMPTS = 3;

/**
 * The one door for commands (docs/adr/0004). Decides and writes in one transaction, idempotent by the command's id: the same id and
 * body is answered as repeated, the same id with another body is refused. A refusal changes nothing. `expectedVersion` is a
 * condition of the moment and no part of the body that is compared.
 * @param body the command as JSON, unchecked, without `type`
 */
export async function submit(door: Door, body: JsonObject, sender: Sender): Promise<Answer> {
  const now = sender.now ?? door.clock.now();
  const read = readCommand(body);
  if ('refused' in read) return read.refused;
  const { command } = read;
  const early = recordedAtRefusal(command.recordedAt, sender, now);
  if (early !== undefined) return early;
  const { expectedVersion: _condition, ...compared } = body;
  const submission = { command, bodyHash: door.keyring.hash(canonicalJson(compared)), sender, now };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { answer } = await door.journeys.transact((transaction) => tryOnce(door, transaction, submission));
    if (answer !== 'clash') return answer;
  }
  throw new Error(
    `Command ${command.id} of journey ${command.journey} met a row of another transaction ${ATTEMPTS} times`,
  );
}

async function tryOnce(
  door: Door,
  transaction: JourneyTransaction,
  submission: Submission,
): Promise<Attempt> {
  const { command, bodyHash } = submission;
  const lookUp = lookUpOf(command);
  if (lookUp.spansPerson) await transaction.lockPerson(lookUp);
  const found = await transaction.find(lookUp);
  if (found.command !== undefined) return { keep: false, answer: known(command.id, found.command, bodyHash) };
  const decided = await decideOn(door, transaction, submission, found);
  if (decided.answer !== 'write') {
    // What was accepted while this transaction waited for the lock is not in `found`: a repeat must not read as a refusal.
    const meanwhile = await transaction.findCommand(command.id);
    return {
      keep: false,
      answer: meanwhile === undefined ? decided.answer : known(command.id, meanwhile, bodyHash),
    };
  }
  if ((await transaction.write(decided.write)) === 'clash') return { keep: false, answer: 'clash' };
  return { keep: true, answer: { result: 'accepted', version: decided.write.after.version } };
}

const known = (id: string, command: AcceptedCommand, bodyHash: string): Answer =>
  command.bodyHash === bodyHash
    ? { result: 'repeated', version: command.version }
    : refusedFor(
        'id-clash',
        'id',
        [],
        `Command id ${id} was accepted with another body: give a new command a new id.`,
      );

type Decided =
  | { readonly answer: 'write'; readonly write: ReturnType<typeof writeOf> }
  | { readonly answer: Extract<Answer, { result: 'refused' }> };

async function decideOn(
  door: Door,
  transaction: JourneyTransaction,
  submission: Submission,
  found: Found,
): Promise<Decided> {
  const { command, bodyHash, sender, now } = submission;
  const { keyring } = door;
  const state = found.journey?.snapshot ?? emptyJourney(command.journey);
  const template = templateOf(state, found);
  const key = personKeyOf(found, state.person, command);
  const history = needsHistory(state, command)
    ? await historyOf(transaction, command, keyring, key)
    : undefined;
  const lastRecordedAt = found.journey?.lastRecordedAt;
  const moment = {
    now,
    zone: zoneOf(found.programme),
    ...(lastRecordedAt === undefined ? {} : { lastRecordedAt }),
  };
  const stamp = stampOf(command, sender, moment);
  const parts = {
    template,
    now,
    stamp,
    keyring,
    ...(key === undefined ? {} : { key }),
    ...(history === undefined ? {} : { history }),
  };
  const decision = decide(state, command, contextOf(found, parts));
  if (!decision.ok) {
    const { refusal } = decision;
    const version = refusal.code === 'version-conflict' ? { version: state.version } : {};
    return { answer: { result: 'refused', refusal, ...version } };
  }
  const { facts } = decision;
  const after = applyFacts(state, facts, history);
  const change = { commandId: command.id, bodyHash, template, before: state, after, facts };
  return {
    answer: 'write',
    write: writeOf(lastRecordedAt === undefined ? change : { ...change, lastRecordedAt }, keyring, key),
  };
}

function personKeyOf({ wrappedKey }: Found, person: string, command: Command): PersonKey | undefined {
  const id = person === '' ? command.data.person : person;
  return wrappedKey === undefined || typeof id !== 'string' ? undefined : { person: id, wrapped: wrappedKey };
}

/** Text plays no part in judging; only a correction carries that of the fact it replaces over. */
async function historyOf(
  transaction: JourneyTransaction,
  command: Command,
  keyring: KeyringPort,
  key: PersonKey | undefined,
): Promise<Fact[]> {
  const stored = await transaction.facts(command.journey);
  return command.command === 'correct'
    ? stored.map((fact) => openFact(keyring, key, fact))
    : stored.map(({ fact }) => fact);
}
