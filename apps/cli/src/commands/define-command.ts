import { Command } from 'commander';
import { EXIT_HELP } from '../exit-code';

/** A command with what all of them share. */
export const defineCommand = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .option('--home <folder>', 'data folder (default: LOTSE_HOME, else .lotse)')
    .addHelpText('after', EXIT_HELP);
