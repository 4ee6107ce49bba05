import type { Command } from 'commander';
import { CliError } from '../cli-error';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { templateText } from '../template/template-text';
import { defineCommand } from './define-command';

interface ShowOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse template show ID`: its stages with guards, exits and clocks; as JSON the body that `template draft` takes. */
export const templateShowCommand = (): Command =>
  defineCommand('show', 'show one template: stages, guards, exits, clocks')
    .argument('<id>', 'such as de-uni-internship-hire@1')
    .option('--json', 'print its body, which template draft takes')
    .action(showTemplate);

async function showTemplate(id: string, options: ShowOptions): Promise<void> {
  const template = await onDatabase(options, ({ journeys }) => journeys.getTemplate(id));
  if (template === null) {
    const message = `There is no template ${id}. List those there are with: lotse template list`;
    throw new CliError('template-unknown', message);
  }
  if (options.json === true) return printJson(template.body);
  await print(templateText(template));
}
