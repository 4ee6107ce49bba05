import type { Command } from '../command';
import type { CommandRule } from '../commands/command-rule';
import { commandRule } from '../commands/commands';
import type { Context } from '../context';
import type { Fact } from '../fact';
import { isJsonObject, textOf, type JsonObject } from '../json';
import type { JourneyState } from '../state';
import { effectiveFacts, fold, foldUpTo } from '../evolve/evolve';
import { fieldFaults } from './admission';
import { refuse, refuseFor, type Decision } from './decision';
import { kept, newFact } from './new-fact';
import { creates, unmetForCommand } from './unmet';

const notCorrectable = (remedy: string): Decision =>
  refuseFor('not-correctable', 'supersedes', ['coordinator'], remedy);

/** A figure that somebody has signed is changed by two people (domain.md, rule 5). */
const lockedBy = (report: string, { commandId }: Fact): Decision =>
  refuseFor(
    'guards-unmet',
    'locked-report',
    ['coordinator'],
    `${commandId} is counted in the locked report ${report}: name a second person in approvedBy.`,
  );

/** What somebody gave with the old command, without what Lotse kept beside it. */
const given = ({ data }: Fact, { fields }: CommandRule): JsonObject =>
  Object.fromEntries(Object.entries(data).filter(([name]) => Object.hasOwn(fields, name)));

/**
 * `correct` (domain.md, rule 3): the new fact takes kind, place in order and unchanged fields of the old one. It is
 * judged by the old kind's field and order rules on the facts without the old one; later facts stay as they are.
 */
export function decideCorrection(state: JourneyState, command: Command, context: Context): Decision {
  const { supersedes, happenedOn, data, strike, reason, approvedBy } = command.data;
  const history = context.history ?? [];
  const old = history.find(({ commandId }) => commandId === supersedes);
  const rule = old && commandRule(old.kind);
  if (old === undefined || rule === undefined)
    return refuseFor(
      'reference-unknown',
      'reference:data.supersedes',
      ['coordinator'],
      `Command ${textOf(supersedes)} left no fact in journey ${command.journey}.`,
    );
  if (!rule.correctable)
    return notCorrectable(`${old.kind} cannot be corrected: void the journey, or close or reopen it.`);
  const later = history.find(({ correction }) => correction?.supersedes === old.version);
  if (later !== undefined)
    return notCorrectable(`${old.commandId} is superseded already: correct ${later.commandId}.`);
  if (old.correction?.struck === true)
    return notCorrectable(`${old.commandId} struck its fact out: record it anew.`);
  if (context.stamp.recordedAt < old.recordedAt)
    return refuseFor(
      'day-not-allowed',
      'recorded-after',
      ['administrator'],
      `A correction of ${old.commandId} cannot be recorded before ${old.recordedAt}.`,
    );
  const report = context.locked?.(old);
  if (report !== undefined && approvedBy === undefined) return lockedBy(report, old);
  const changes = isJsonObject(data) ? data : {};
  const changed: Command = {
    ...command,
    command: old.kind,
    by: old.by,
    happenedOn: typeof happenedOn === 'string' ? happenedOn : old.happenedOn,
    data: { ...given(old, rule), ...changes },
  };
  const struck = strike === true;
  if (
    struck ? data !== undefined || happenedOn !== undefined : data === undefined && happenedOn === undefined
  )
    return refuseFor(
      'fields-invalid',
      'field:data',
      ['coordinator'],
      'correct: give either strike or what changes: happenedOn, data.',
    );
  if (!struck) {
    const refusal = changedRefusal(changed, old, context);
    if (refusal !== undefined) return refusal;
  }
  const fact = newFact(state, command, context, []);
  return {
    ok: true,
    facts: [
      {
        ...fact,
        kind: old.kind,
        seq: old.seq,
        happenedOn: changed.happenedOn,
        data: kept(state, changed, context),
        ...(old.rulePack === undefined ? {} : { rulePack: old.rulePack }),
        ...(old.packAssumed === undefined ? {} : { packAssumed: old.packAssumed }),
        correction: {
          supersedes: old.version,
          struck,
          ...(typeof reason === 'string' ? { reason } : {}),
          ...(typeof approvedBy === 'string' ? { approvedBy } : {}),
        },
      },
    ],
  };
}

/** Guards that look beyond field and order: a correction is not judged by them (domain.md, rule 3). */
const BEYOND_OWN_RULES: ReadonlySet<string> = new Set(['agreement-lawful', 'within-full-time']);

function changedRefusal(changed: Command, old: Fact, context: Context): Decision | undefined {
  const rule = commandRule(changed.command);
  if (rule === undefined) return undefined;
  const faults = fieldFaults(rule, changed);
  if (faults.length > 0) return refuse('fields-invalid', faults);
  if (changed.happenedOn > context.today)
    return refuseFor(
      'day-not-allowed',
      'not-in-future',
      ['coordinator'],
      `The corrected day may not lie after today, ${context.today}.`,
    );
  if (creates(rule) && rule.about !== undefined && changed.data[rule.about] !== old.data[rule.about])
    return notCorrectable(`The id of a ${rule.about} stays: strike ${old.commandId} and record it anew.`);
  const others = effectiveFacts(context.history ?? []).filter((fact) => fact !== old);
  const before = foldUpTo(changed.journey, others, changed.happenedOn, old.seq);
  const own = { ...rule, guards: rule.guards?.filter((code) => !BEYOND_OWN_RULES.has(code)) ?? [] };
  const { order, guards } = unmetForCommand(own, changed, fold(changed.journey, others), before, context);
  return order.length + guards.length > 0 ? refuse('order-not-allowed', [...order, ...guards]) : undefined;
}
