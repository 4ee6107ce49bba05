import type { Refused } from '../answer';
import type { CountedRows } from '../ports/figure-book.port';
import type { Found, JourneyTransaction } from '../ports/journey-store.port';
import type { Door, Submission } from './decide-on';
import { known, type Repeated } from './known';
import { lookUpOf } from './look-up';
import { idTaken, perceive } from './perceive';

/** `clash`: somebody else was first; a new transaction sees what they did. */
export interface Attempt<Answered> {
  readonly keep: boolean;
  readonly answer: Answered | 'clash';
}

/** A clash shows something committed, so a second look decides; more would mean a rule that `find` does not see. */
const ATTEMPTS = 3;

/** Tries a submission in a transaction, and anew after a clash. @throws Error when every attempt clashed, for Lotse itself */
export async function attempted<Answered>(
  door: Door,
  submission: Submission,
  once: (transaction: JourneyTransaction) => Promise<Attempt<Answered>>,
): Promise<Answered | Refused> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { answer } = await door.journeys.transact(
      async (transaction): Promise<Attempt<Answered | Refused>> => {
        const entered = await enter(transaction, submission);
        return entered === undefined ? once(transaction) : { keep: false, answer: entered };
      },
    );
    if (answer !== 'clash') return answer;
  }
  const { command, sender } = submission;
  if (sender.principal !== undefined) return idTaken(command);
  throw new Error(
    `Command ${command.id} of journey ${command.journey} met a row of another transaction ${ATTEMPTS} times`,
  );
}

/** Enters the person that comes with a command; why not, if so. One who was entered with it before is there already. */
async function enter(
  transaction: JourneyTransaction,
  { command, newPerson }: Submission,
): Promise<Refused | 'clash' | undefined> {
  if (newPerson === undefined) return undefined;
  const entered = await transaction.enterPerson(newPerson);
  if (entered === 'other') return idTaken(command);
  return entered === 'clash' ? 'clash' : undefined;
}

interface Opening {
  readonly found: Found;
  /** What figures look at of the journey's person; absent where nobody asks for it. */
  readonly counted?: CountedRows;
}

/**
 * Locks what a command needs and looks at it as its sender may; or its answer, where that is known by then.
 * @param kinds of fact to be counted with it, if figures are to be
 */
export async function opened(
  transaction: JourneyTransaction,
  { command, bodyHash, sender }: Submission,
  kinds?: readonly string[],
): Promise<Opening | { readonly answer: Refused | Repeated }> {
  const lookUp = lookUpOf(command);
  if (lookUp.spansPerson) await transaction.lockPerson(lookUp);
  const all: Opening =
    kinds === undefined
      ? { found: await transaction.find(lookUp) }
      : await transaction.findCounted(lookUp, kinds);
  const found = await perceive(sender, transaction, command, all.found);
  if ('refusal' in found) return { answer: found };
  if (found.command !== undefined) return { answer: known(command.id, found.command, bodyHash) };
  return { ...all, found };
}
