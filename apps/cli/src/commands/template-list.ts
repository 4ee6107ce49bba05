import type { Command } from 'commander';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { table } from '../output/table';
import { defineCommand } from './define-command';

interface ListOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse template list`: drafts and published ones. */
export const templateListCommand = (): Command =>
  defineCommand('list', 'list templates, drafted and published')
    .option('--json', 'print one JSON array')
    .action(listTemplates);

async function listTemplates(options: ListOptions): Promise<void> {
  const templates = await onDatabase(options, ({ journeys }) => journeys.listTemplates());
  if (options.json === true) return printJson(templates);
  const rows = templates.map(({ id, status, builtIn }) => [id, status, builtIn ? 'with the release' : 'own']);
  await print(table(['template', 'status', 'comes'], rows));
}
