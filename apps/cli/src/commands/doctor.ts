import { inspectServices } from '@lotse/platform';
import type { Command } from 'commander';
import { complaints } from '../doctor/complaints';
import { healthOf } from '../doctor/health';
import { reportText } from '../doctor/report-text';
import { EXIT } from '../exit-code';
import { settingsOf, type HomeOption } from '../lotse/settings';
import { print, printJson } from '../output/print';
import { defineCommand } from './define-command';

interface DoctorOptions extends HomeOption {
  readonly json?: boolean;
}

/** `lotse doctor`: looks at everything, changes nothing and starts nothing. */
export const doctorCommand = (): Command =>
  defineCommand(
    'doctor',
    'tell what was found, versions, ports, disk, and whether a worker is really polling',
  )
    .option('--json', 'print one JSON object')
    .action(examine);

async function examine(options: DoctorOptions): Promise<void> {
  const { home, env, config } = settingsOf(options);
  const services = await inspectServices(home, env, config.TEMPORAL_NAMESPACE);
  const health = await healthOf(services.services);
  const found = complaints(services, health);
  if (options.json === true)
    await printJson({ ok: found.length === 0, complaints: found, health, ...services });
  else await print(reportText(services, health, found));
  if (found.length > 0) process.exitCode = EXIT.faults;
}
