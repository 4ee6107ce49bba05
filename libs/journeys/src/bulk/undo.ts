import {
  COMMANDS,
  commandRule,
  fold,
  textOf,
  type Fact,
  type JourneyState,
  type JsonObject,
} from '@lotse/domain';
import { refusedFor, type Refused, type Sender } from '../answer';
import { may } from '@lotse/policy';
import { partiesOf } from '../read/parties-of';
import { viewJourney } from '../read/view-journey';
import type { Door } from '../submit/decide-on';
import { rehearsal } from '../submit/preview';
import { submit } from '../submit/submit';
import type { BulkRow } from './bulk';
import { derivedId } from './derived-id';

export interface UndoOptions {
  readonly sender: Sender;
  readonly reason: string;
  /** The second person, needed where a nomination is undone: that voids its journey. */
  readonly approvedBy?: string;
  readonly dryRun?: boolean;
}

/** What became of undoing one command; `undoes` is its id. */
export type UndoRow = BulkRow & { readonly undoes: string };

type Counter = { readonly command: string; readonly data: JsonObject };

const MOVES: readonly string[] = ['advance', 'reverse', 'migrate-template'];
const STATUS: readonly string[] = ['hold', 'resume', 'close', 'withdraw', 'reopen', 'void'];

/** The fact that would undo another one, or why nothing does. */
function counterOf(
  fact: Fact,
  facts: readonly Fact[],
  state: JourneyState,
  { reason, approvedBy }: UndoOptions,
): Counter | string {
  const later = facts.filter(({ version }) => version > fact.version);
  const movedOn = (kinds: readonly string[]): boolean => later.some(({ kind }) => kinds.includes(kind));
  const before = fold(
    state.id,
    facts.filter(({ version }) => version < fact.version),
  );
  if (commandRule(fact.kind)?.correctable === true && fact.correction === undefined)
    return {
      command: 'correct',
      data: {
        supersedes: fact.commandId,
        strike: true,
        reason,
        ...(approvedBy === undefined ? {} : { approvedBy }),
      },
    };
  if (MOVES.includes(fact.kind) && movedOn(MOVES))
    return 'the journey has moved on since: reverse it by hand';
  if (STATUS.includes(fact.kind) && movedOn(STATUS)) return 'its status has changed again since';
  switch (fact.kind) {
    case 'advance':
    case 'reverse':
      return { command: 'reverse', data: { to: before.stage.code, reason } };
    case 'migrate-template':
      return {
        command: 'migrate-template',
        data: { template: before.template, stage: before.stage.code, reason },
      };
    case 'hold':
      return { command: 'resume', data: { reason } };
    case 'resume':
      return { command: 'hold', data: { reason } };
    case 'close':
      return { command: 'reopen', data: { reason } };
    case 'nominate':
      return approvedBy === undefined
        ? 'undoing a nomination voids the journey, which needs a second person: give approvedBy'
        : { command: 'void', data: { reason, approvedBy } };
    default:
      return `nothing undoes ${textOf(fact.kind)}`;
  }
}

/**
 * Undoes a batch by commands, the youngest fact of each journey first: facts are struck, moves reversed. What cannot be undone,
 * since the journey has moved on or nothing takes it back, stays and says why. Idempotent: a second undo is all repeats.
 */
export async function* undo(door: Door, batch: string, options: UndoOptions): AsyncGenerator<UndoRow> {
  const { sender, dryRun = false } = options;
  let row = 0;
  for await (const { id: undoes, journey, version } of door.journeys.batch(batch)) {
    if (!(await reaches(door, sender, journey))) continue;
    row += 1;
    const id = derivedId(door.keyring, 'undo', journey, version);
    const at = { row, id, journey, undoes };
    const prepared = await prepareUndo(door, { id, journey, version }, options);
    if ('refused' in prepared) {
      yield { ...at, ...prepared.refused };
      continue;
    }
    const answer = await (dryRun ? rehearsal : submit)(door, prepared.body, sender);
    yield {
      ...at,
      command: prepared.body.command,
      result: answer.result,
      ...('version' in answer && answer.version !== undefined ? { version: answer.version } : {}),
      ...(answer.result === 'refused' ? { refusal: answer.refusal } : {}),
    };
  }
}

/** Rows of journeys that the sender does not reach are not there for it: a batch may be somebody else's. */
async function reaches({ journeys }: Door, { principal }: Sender, journey: string): Promise<boolean> {
  if (principal === undefined) return true;
  const facts = await partiesOf(journeys, journey);
  return facts !== null && may(principal, 'command.undo', { kind: 'journey', journey: facts }).ok;
}

async function prepareUndo(
  door: Door,
  { id, journey, version }: { readonly id: string; readonly journey: string; readonly version: number },
  options: UndoOptions,
): Promise<{ readonly body: JsonObject & { readonly command: string } } | { readonly refused: Refused }> {
  const viewed = await viewJourney(door, journey, door.clock.now());
  const facts = (await door.journeys.facts(journey)).map(({ fact }) => fact);
  const fact = facts.find((candidate) => candidate.version === version);
  if (viewed === undefined || fact === undefined)
    return {
      refused: refusedFor('journey-unknown', 'journey', [], `Journey ${journey} is not there any more.`),
    };
  // Undone before: the same command again, which the door answers as the repeat it is.
  const undone = facts.find(({ commandId }) => commandId === id);
  const counter = counterOf(
    fact,
    undone === undefined ? facts : facts.filter(({ version: at }) => at < undone.version),
    viewed.state,
    options,
  );
  if (typeof counter === 'string')
    return {
      refused: refusedFor('not-correctable', 'undo', ['coordinator'], `${fact.commandId}: ${counter}.`),
    };
  const rule = COMMANDS[counter.command as keyof typeof COMMANDS];
  const body = {
    id,
    journey,
    command: counter.command,
    happenedOn:
      counter.command === 'correct' ? fact.insertedOn : (undone?.happenedOn ?? viewed.context.today),
    by: { role: rule.by[0] },
    data: counter.data,
  };
  return { body };
}
