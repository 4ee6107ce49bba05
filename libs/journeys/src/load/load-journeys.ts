import type { JsonObject } from '@lotse/domain';
import type { Answer, Sender } from '../answer';
import { figuresOfPerson } from '../figures/figures-of-person';
import type { BulkStore, WrittenJourney } from '../ports/bulk-store.port';
import type { Found, JourneyStore, LookUp } from '../ports/journey-store.port';
import { decideOn, type Door } from '../submit/decide-on';
import { lookUpOf } from '../submit/look-up';
import { prepare } from '../submit/submit';
import { MemoryPerson } from './memory-person';

/** The commands of one person who is on record and has no journey yet, in the order in which they are given. */
export interface PersonCommands {
  readonly programme: string;
  readonly person: string;
  readonly commands: readonly JsonObject[];
}

export interface LoadReport {
  readonly persons: number;
  readonly accepted: number;
  readonly refused: number;
}

/** Records of programmes, organisations and agreements are read once: nothing changes them while a load runs. */
function recordsOf(journeys: JourneyStore): (lookUp: LookUp) => Promise<Found> {
  const known = new Map<string, Promise<Found>>();
  return async (lookUp) => {
    const organisations = [...new Set(lookUp.organisations)].sort();
    const common = {
      ...lookUp,
      commandId: '',
      journeyId: '',
      organisations,
      spansPerson: false,
      needsPerson: false,
      placement: '',
      contract: '',
    };
    const { person: _person, ...network } = common;
    const key = JSON.stringify([network.programme, network.agreement, organisations]);
    const found = known.get(key) ?? journeys.look(network);
    known.set(key, found);
    return found;
  };
}

/** As the ordinary door decides it, on what is in memory. */
async function take(door: Door, person: MemoryPerson, body: JsonObject, sender: Sender): Promise<Answer> {
  const submission = prepare(door, body, sender);
  if ('refused' in submission) return submission.refused;
  const decided = await decideOn(door, person, submission, await person.find(lookUpOf(submission.command)));
  if (decided.answer !== 'write') return decided.answer;
  person.keep(decided.change);
  return { result: 'accepted', version: decided.change.after.version };
}

/** Decides all commands of a person in memory, by the rules and the code of the ordinary door. */
async function decided(
  door: Door,
  records: (lookUp: LookUp) => Promise<Found>,
  { programme, person, commands }: PersonCommands,
  sender: Sender,
  tell: (answer: Answer, command: JsonObject) => void,
): Promise<WrittenJourney[]> {
  const look = { commandId: '', journeyId: '', organisations: [], spansPerson: false, needsPerson: true };
  const sealed = await door.journeys.look({ ...look, person });
  const memory = new MemoryPerson({ programme, person }, door.keyring, async (lookUp) => ({
    ...(await records(lookUp)),
    ...(sealed.person === undefined ? {} : { person: sealed.person }),
    ...(sealed.wrappedKey === undefined ? {} : { wrappedKey: sealed.wrappedKey }),
  }));
  for (const command of commands) tell(await take(door, memory, command, sender), command);
  return memory.written(figuresOfPerson(door.keyring, { programme, person }, sealed.person, memory.known()));
}

const AT_ONCE = 100;

/**
 * Takes the commands of many persons and writes what the ordinary door would write, many journeys in one transaction. For
 * installations that nobody works with yet: a person who has a journey already is not seen, and its ids clash.
 * @param onPerson called after each person with how many there were @param onRefused called with each command that was refused
 */
export async function loadJourneys(
  door: Door & { readonly bulkStore: BulkStore },
  people: AsyncIterable<PersonCommands> | Iterable<PersonCommands>,
  { sender, onPerson, onRefused }: LoadOptions,
): Promise<LoadReport> {
  const records = recordsOf(door.journeys);
  const report = { persons: 0, accepted: 0, refused: 0 };
  let waiting: WrittenJourney[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  const write = async (): Promise<void> => {
    await writing;
    writing = door.bulkStore.load(waiting);
    // Told when it is waited for: before the next ones are written.
    writing.catch(() => undefined);
    waiting = [];
  };
  const tell = (answer: Answer, command: JsonObject): void => {
    report[answer.result === 'refused' ? 'refused' : 'accepted'] += 1;
    if (answer.result === 'refused') onRefused?.(answer, command);
  };
  for await (const person of people) {
    waiting.push(...(await decided(door, records, person, sender, tell)));
    report.persons += 1;
    onPerson?.(report.persons);
    if (waiting.length >= AT_ONCE) await write();
  }
  await write();
  await writing;
  return report;
}

export interface LoadOptions {
  readonly sender: Sender;
  readonly onPerson?: (persons: number) => void;
  readonly onRefused?: (answer: Answer & { readonly result: 'refused' }, command: JsonObject) => void;
}
