import type { Command } from 'commander';
import { printAddresses, printAddressesAsJson } from '../lotse/addresses';
import { openServicesFor } from '../lotse/open-services-for';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { stayUp } from '../lotse/stay-up';
import { remarkUnscanned } from '../lotse/unscanned';
import { step } from '../output/steps';
import { defineCommand } from './define-command';

interface UpOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse up`: everything on this machine, until Ctrl-C. */
export const upCommand = (): Command =>
  defineCommand('up', 'start PostgreSQL, Temporal, api and worker, and stay until Ctrl-C')
    .option('--json', 'print the addresses as one JSON object')
    .action(up);

async function up(options: UpOptions): Promise<void> {
  const settings = settingsOf(options);
  const services = await step('Starting Lotse', (tell) =>
    openServicesFor(settings, 'everything', 'standing', tell),
  );
  if (options.json === true) await printAddressesAsJson(settings, services);
  else await printAddresses(settings, services);
  await remarkUnscanned(settings);
  await stayUp(services);
}
