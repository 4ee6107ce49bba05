import { textOf } from '../json';
import { clocks } from '../clocks/clocks';
import type { Command, Unmet } from '../command';
import { AVAILABLE, commandRule } from '../commands/commands';
import type { Context } from '../context';
import { laterOf } from '../day';
import type { Fact } from '../fact';
import { CLOCK_FIRED, evolve, fold, foldUpTo } from '../evolve/evolve';
import type { JourneyState } from '../state';
import { stageOf } from '../template/template';
import { actorRefusal, admissionRefusal, fieldFaults, statusRefusal, unknownReferences } from './admission';
import { unmetForAdvance } from './advance';
import { unmetApprovals } from './approvals';
import { closingOf } from './auto-close';
import { decideCorrection } from './correct';
import { refuse, refuseFor, type Decision } from './decision';
import { newFact } from './new-fact';
import { unmetForCommand } from './unmet';

/** Commands that may not lie before the last move of stage or status (domain.md, rule 2). */
const MOVES: ReadonlySet<string> = new Set([
  'advance',
  'reverse',
  'hold',
  'resume',
  'close',
  'withdraw',
  'reopen',
  'migrate-template',
]);

/** True when the snapshot is not enough: a correction, a closing by itself, or a command older than the youngest fact. */
export const needsHistory = (state: JourneyState, command: Command): boolean =>
  state.version > 0 &&
  (command.command === 'correct' || closesByItself(command) || command.happenedOn < state.youngestOn);

const closesByItself = ({ command, data }: Command): boolean =>
  command === 'fire-clock' && data.effect === 'auto-close';

function beforeLastMove({ stage, status, migratedOn = '' }: JourneyState, command: Command): Unmet[] {
  const last = laterOf(laterOf(stage.on, status.on), migratedOn);
  return MOVES.has(command.command) && command.happenedOn < last
    ? [
        {
          guard: 'after-last-move',
          who: [command.by.role],
          remedy: `${command.command} may not happen before ${last}, when the journey last moved.`,
        },
      ]
    : [];
}

function decideFiring(state: JourneyState, command: Command, context: Context): Decision {
  const { clock, dueOn } = command.data;
  const open = clocks(state, context.template, context.isWorkingDay).find(
    (candidate) => candidate.code === clock && candidate.dueOn === dueOn,
  );
  if (open === undefined || open.dueOn >= context.today)
    return refuseFor(
      'clock-not-open',
      'clock',
      [],
      `Clock ${textOf(clock)} of ${textOf(dueOn)} is not due in journey ${command.journey}.`,
    );
  const fact = newFact(state, command, context, []);
  const fired = { ...fact, kind: CLOCK_FIRED, data: { ...fact.data, overdue: open.overdue } };
  if (open.effect !== 'auto-close') return { ok: true, facts: [fired] };
  const closing = closingOf(state, open, context.template, context.history ?? [], context.today);
  if ('keptOpen' in closing)
    return { ok: true, facts: [{ ...fired, data: { ...fired.data, effect: 'propose-close', ...closing } }] };
  const [version, seq] = [fact.version + 1, fact.seq + 1];
  return {
    ok: true,
    facts: [fired, { ...fact, version, seq, kind: 'close', data: { ...closing.close, clock: open.code } }],
  };
}

const unknownCommand = (name: string): Decision =>
  refuseFor(
    'unknown-command',
    'command',
    [],
    `There is no command ${name}: give one of ${[...AVAILABLE].filter((known) => known !== 'fire-clock').join(', ')}.`,
  );

/**
 * Decides one command. Pure: the same journey, command and context give the same answer. Nothing is half applied: either
 * all facts come back, or a refusal that names every unmet guard, who can meet it and what would.
 * `context.history` must hold all facts when `needsHistory` is true.
 */
export function decide(state: JourneyState, command: Command, context: Context): Decision {
  const rule = commandRule(command.command);
  if (rule === undefined) return unknownCommand(command.command);
  const faults = fieldFaults(rule, command);
  if (faults.length > 0) return refuse('fields-invalid', faults);
  const early =
    admissionRefusal(state, command, context) ??
    actorRefusal(state, command, rule, context.stamp.submittedBy);
  if (early !== undefined) return early;
  const judged = judgedState(state, command, context);
  const closed = statusRefusal(state, judged, command, rule);
  if (closed !== undefined) return closed;
  const unknown = unknownReferences(rule, command, context);
  if (unknown.length > 0) return refuse('reference-unknown', unknown);
  if (command.command === 'fire-clock') return decideFiring(state, command, context);
  const own = unmetForCommand(rule, command, state, judged, context);
  const order = [...beforeLastMove(state, command), ...own.order];
  const guards = [
    ...own.guards,
    ...unmetApprovals(command, context),
    ...(command.command === 'advance' ? unmetForAdvance(command, state, judged, context) : []),
  ];
  if (order.length > 0) return refuse('order-not-allowed', [...order, ...guards]);
  if (guards.length > 0) return refuse('guards-unmet', guards);
  if (command.command === 'correct') return decideCorrection(state, command, context);
  const entry =
    command.command === 'advance'
      ? stageOf(context.template, textOf(command.data.to)).guards
      : (rule.guards ?? []);
  return { ok: true, facts: [newFact(state, command, context, entry)] };
}

/** The journey as it stood on the command's day; the snapshot serves while the command is not older than its youngest fact. */
function judgedState(state: JourneyState, command: Command, { history }: Context): JourneyState {
  if (history === undefined || command.command === 'void' || command.command === 'correct') return state;
  return foldUpTo(state.id || command.journey, history, command.happenedOn);
}

/** The journey after new facts: folded anew when `history` was needed, else carried on from the snapshot. */
export const applyFacts = (
  state: JourneyState,
  facts: readonly Fact[],
  history?: readonly Fact[],
): JourneyState =>
  history === undefined ? facts.reduce(evolve, state) : fold(state.id, [...history, ...facts]);
