import { AUTHORITY_COMMANDS } from './authority.commands';
import { CONTRACT_COMMANDS } from './contract.commands';
import type { CommandRule } from './command-rule';
import { EMPLOYMENT_COMMANDS } from './employment.commands';
import { FAIRNESS_COMMANDS } from './fairness.commands';
import { PLACEMENT_COMMANDS } from './placement.commands';
import { SELECTION_COMMANDS } from './selection.commands';
import { STATUS_COMMANDS } from './status.commands';

/** Every command that can be submitted, as data: validation, refusals, OpenAPI and tests all read this table. */
export const COMMANDS = {
  ...SELECTION_COMMANDS,
  ...PLACEMENT_COMMANDS,
  ...AUTHORITY_COMMANDS,
  ...CONTRACT_COMMANDS,
  ...EMPLOYMENT_COMMANDS,
  ...FAIRNESS_COMMANDS,
  ...STATUS_COMMANDS,
} as const satisfies Record<string, CommandRule>;
export type CommandName = keyof typeof COMMANDS;

/** Names that can be submitted: remedies may name no other. */
export const AVAILABLE: ReadonlySet<string> = new Set(Object.keys(COMMANDS));

/** The rule of a name; undefined for a command this version does not take. */
export const commandRule = (name: string): CommandRule | undefined =>
  Object.hasOwn(COMMANDS, name) ? COMMANDS[name as CommandName] : undefined;
