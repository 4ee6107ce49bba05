import type { Command } from '../command';
import type { Context } from '../context';
import type { Fact } from '../fact';
import { packOn } from '../packs/pack-on';
import type { JourneyState } from '../state';

/** Guards that dated law decides: the fact keeps the pack. */
const DECIDED_BY_LAW: ReadonlySet<string> = new Set(['agreement-lawful', 'title-granted']);

/** The fact that an accepted command leaves, before correction or renaming. */
export function newFact(
  state: JourneyState,
  command: Command,
  context: Context,
  guards: readonly string[],
): Fact {
  const { pack, assumed } = packOn(command.happenedOn);
  const lawful = guards.some((code) => DECIDED_BY_LAW.has(code));
  const previous = command.command === 'nominate' ? context.previousJourney : undefined;
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
    data: previous === undefined ? command.data : { ...command.data, previousJourney: previous },
  };
}
