import type { Command } from '../command';
import type { Context } from '../context';
import type { Fact } from '../fact';
import { textOf, type JsonObject } from '../json';
import { packOn } from '../packs/pack-on';
import type { JourneyState } from '../state';
import { settledClocks } from '../template/migrate';
import type { Template } from '../template/template';

/** Guards that dated law decides: the fact keeps the pack. */
const DECIDED_BY_LAW: ReadonlySet<string> = new Set([
  'agreement-lawful',
  'title-granted',
  'pay-floor',
  'contract-pay-floor',
]);

const RISKS = ['none', 'watch', 'at-risk', 'critical'];

/** A rule of the template may raise the risk that the mentor chose, never lower it. */
function raised({ risk, needs }: JsonObject, { riskRules = [] }: Template): JsonObject {
  const named = Array.isArray(needs) ? needs : [];
  const highest = riskRules
    .filter((rule) => rule.needs.every((need) => named.includes(need)))
    .reduce((level, rule) => Math.max(level, RISKS.indexOf(rule.risk)), 0);
  return highest > RISKS.indexOf(textOf(risk)) ? { raisedRisk: RISKS[highest] ?? '' } : {};
}

/** What the fact keeps beside the command's own data, because later it could not be told any more. */
export function kept(state: JourneyState, { command, data }: Command, context: Context): JsonObject {
  const { previousJourney, template, targetTemplate } = context;
  if (command === 'nominate')
    return {
      ...data,
      stage: template.stages[0]?.code ?? '',
      ...(previousJourney === undefined ? {} : { previousJourney }),
    };
  if (command === 'check-in') return { ...data, ...raised(data, template) };
  if (command === 'amend-placement') return { ...data, parties: template.agreementParties };
  if (command === 'migrate-template' && targetTemplate !== undefined)
    return { ...data, settled: settledClocks(state, textOf(data.stage), targetTemplate) };
  return data;
}

/** The fact that an accepted command leaves, before correction or renaming. */
export function newFact(
  state: JourneyState,
  command: Command,
  context: Context,
  guards: readonly string[],
): Fact {
  const { pack, assumed } = packOn(command.happenedOn);
  const lawful = guards.some((code) => DECIDED_BY_LAW.has(code));
  const { recordedAt, insertedAt, insertedOn, submittedBy } = context.stamp;
  return {
    journey: command.journey,
    version: state.version + 1,
    seq: state.version + 1,
    kind: command.command,
    commandId: command.id,
    happenedOn: command.happenedOn,
    recordedAt,
    insertedAt,
    insertedOn,
    by: command.by,
    submittedBy,
    template: context.template.id,
    ...(lawful ? { rulePack: pack.id } : {}),
    ...(lawful && assumed ? { packAssumed: true } : {}),
    data: kept(state, command, context),
  };
}
