import type { Command, Unmet } from '../command';
import { AVAILABLE } from '../commands/commands';
import type { CommandRule } from '../commands/command-rule';
import type { Context } from '../context';
import { unmetOf, type Judgement } from '../guards/guard';
import { guardsOf } from '../guards/registry';
import type { JourneyState } from '../state';

/** What stands in the way of one command: of order, and of data and state. */
export interface UnmetOfCommand {
  readonly order: readonly Unmet[];
  readonly guards: readonly Unmet[];
}

/** True for the commands that create their placement or contract: theirs is the one that may be missing. */
export const creates = (rule: CommandRule): boolean => rule.guards?.includes('id-free') === true;

/**
 * Judges one command's own guards on the journey as it stood on the day (`judged`); `now` tells whether what it is about
 * exists later. A missing placement or contract is the only thing named then, for nothing else can be judged.
 */
export function unmetForCommand(
  rule: CommandRule,
  command: Command,
  now: JourneyState,
  judged: JourneyState,
  context: Context,
): UnmetOfCommand {
  const id = rule.about === undefined ? undefined : command.data[rule.about];
  const key = typeof id === 'string' ? id : '';
  const { placements, contracts } = creates(rule) ? now : judged; // an id is taken on every day
  const placement = rule.about === 'placement' ? placements[key] : undefined;
  const contract = rule.about === 'contract' ? contracts[key] : undefined;
  if (key !== '' && (placement ?? contract) === undefined && !creates(rule)) {
    const later = now.placements[key] ?? now.contracts[key];
    const made = rule.about === 'placement' ? 'reserve-placement' : 'prepare-contract';
    const remedy =
      later === undefined
        ? `${command.command}: ${made} makes ${rule.about} ${key} first; journey ${command.journey} has none of that id.`
        : `${command.command}: ${made} of ${key} happened after ${command.happenedOn}; date this on or after it.`;
    return {
      order: [
        {
          guard: `${rule.about}-known`,
          who: [rule.about === 'placement' ? 'coordinator' : 'company'],
          remedy,
        },
      ],
      guards: [],
    };
  }
  const subject: Judgement = {
    state: judged,
    context,
    day: command.happenedOn,
    command,
    ...(placement === undefined ? {} : { placement }),
    ...(contract === undefined ? {} : { contract }),
  };
  return {
    order: unmetOf(guardsOf(rule.after ?? []), subject, AVAILABLE),
    guards: unmetOf(guardsOf(rule.guards ?? []), subject, AVAILABLE),
  };
}
