import { Command } from 'commander';
import { templateDiffCommand } from './template-diff';
import { templateDraftCommand } from './template-draft';
import { templateListCommand } from './template-list';
import { templateMigrateCommand } from './template-migrate';
import { templatePublishCommand } from './template-publish';
import { templateShowCommand } from './template-show';
import { templateSimulateCommand } from './template-simulate';
import { templateValidateCommand } from './template-validate';

/** `lotse template …` */
export function templateCommand(): Command {
  const template = new Command('template').description(
    'processes as data: draft, validate, compare, publish, try out, and move journeys to them',
  );
  for (const command of [
    templateListCommand(),
    templateShowCommand(),
    templateDraftCommand(),
    templateValidateCommand(),
    templateDiffCommand(),
    templatePublishCommand(),
    templateSimulateCommand(),
    templateMigrateCommand(),
  ]) {
    template.addCommand(command);
  }
  return template;
}
