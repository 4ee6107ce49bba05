import type { Command } from 'commander';
import { printAnswer } from '../answer/print-answer';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { defineCommand } from './define-command';

interface RemoveOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse mail address remove ID`: with the address goes its key, and what waits for it. Harmless when repeated. */
export const mailAddressRemoveCommand = (): Command =>
  defineCommand('remove', 'take an address away, with its key and what waits for it')
    .argument('<id>', 'id of the contact point')
    .option('--json', 'print one JSON object')
    .action(remove);

async function remove(id: string, options: RemoveOptions): Promise<void> {
  await onDatabase(options, ({ addresses }) => addresses.removeContactPoint(id));
  await printAnswer(`removal of address ${id}`, { result: 'accepted' }, options.json);
}
