import { AVAILABLE, COMMANDS } from './commands/commands';
import type { CommandRule } from './commands/command-rule';
import type { Command, Unmet } from './command';
import type { Context } from './context';
import { unmetForStage } from './decide/advance';
import { unmetForCommand } from './decide/unmet';
import { READS_DATA } from './guards/registry';
import type { Role } from './roles';
import type { JourneyState } from './state';
import { stageOf } from './template/template';

/** One act that is open now, or an advance with what still keeps it. */
export interface PossibleCommand {
  readonly command: string;
  readonly by: readonly Role[];
  /** What `data` must name: the placement, contract or stage. */
  readonly about?: string;
  /** Empty when it can be done at once. */
  readonly unmet: readonly Unmet[];
}

const STATUS_ONLY: ReadonlySet<string> = new Set([
  'nominate',
  'advance',
  'reopen',
  'void',
  'correct',
  'fire-clock',
]);

const withoutDataGuards = (rule: CommandRule): CommandRule => ({
  ...rule,
  after: (rule.after ?? []).filter((code) => !READS_DATA.has(code)),
  guards: (rule.guards ?? []).filter((code) => !READS_DATA.has(code)),
});

function openFor(name: string, rule: CommandRule, state: JourneyState, context: Context): PossibleCommand[] {
  const makes = rule.guards?.includes('id-free') === true;
  const { about: kind } = rule;
  const known =
    kind === undefined || makes ? [] : Object.keys(kind === 'placement' ? state.placements : state.contracts);
  // An arrival is for a placement or for a later stay, which has none.
  const without = kind === undefined || makes || rule.fields[kind]?.optional === true ? [undefined] : [];
  const subjects: readonly (string | undefined)[] = [...known, ...without];
  return subjects.flatMap((about) => {
    const command: Command = {
      id: '',
      journey: state.id,
      command: name,
      happenedOn: context.today,
      by: { role: rule.by[0] ?? 'coordinator' },
      data: about === undefined || rule.about === undefined ? {} : { [rule.about]: about },
    };
    const { order, guards } = unmetForCommand(withoutDataGuards(rule), command, state, state, context);
    if (order.length + guards.length > 0) return [];
    return [{ command: name, by: rule.by, ...(about === undefined ? {} : { about }), unmet: [] }];
  });
}

/** Consents outlive the journey: the talent pool is renewed or left, and what was given is withdrawn at any time. */
const consenting = ({ consents }: JourneyState): readonly (keyof typeof COMMANDS)[] =>
  Object.keys(consents).length === 0 ? ['give-consent'] : ['give-consent', 'withdraw-consent'];

/** What can be done next in a journey, and for each stage it may advance to, every guard that is still unmet. */
export function possibleCommands(state: JourneyState, context: Context): readonly PossibleCommand[] {
  const status = state.status.code;
  const only = (name: keyof typeof COMMANDS): PossibleCommand => ({
    command: name,
    by: COMMANDS[name].by,
    unmet: [],
  });
  if (status === 'void') return [];
  if (status === 'closed')
    return [...consenting(state).map(only), only('reopen'), only('correct'), only('void')];
  const advances = stageOf(context.template, state.stage.code).exits.map((to) => ({
    command: 'advance',
    by: COMMANDS.advance.by,
    about: to,
    unmet: unmetForStage(to, state, context, context.today),
  }));
  const acts = [...AVAILABLE].filter((name) => !STATUS_ONLY.has(name)) as (keyof typeof COMMANDS)[];
  return [
    ...advances,
    ...acts.flatMap((name) => openFor(name, COMMANDS[name], state, context)),
    only('correct'),
    only('void'),
  ];
}

/** Who has to act before the journey can move on: the first role that can meet the first unmet guard of the next stage. */
export function waitingOn(state: JourneyState, context: Context): Role | undefined {
  if (state.status.code !== 'open') return undefined;
  const [next] = stageOf(context.template, state.stage.code).exits;
  if (next === undefined) return undefined;
  return unmetForStage(next, state, context, context.today)[0]?.who[0] ?? 'coordinator';
}
