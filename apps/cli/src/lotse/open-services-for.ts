import { openServices, type Services, type ServicesPurpose } from '@lotse/platform';
import type { Tell } from '../output/steps';
import { childSpec } from './child-specs';
import { masterKeyOf } from './master-key-of';
import { onMigratedDatabase } from './database';
import type { Settings } from './settings';

/** What a call needs to run: the database; the worker that drives workflows; or the api beside it. */
export type Need = 'database' | 'worker' | 'everything';

/** Uses the running services of the data folder, or starts what is needed: migrations first, then the processes on top. */
export async function openServicesFor(
  settings: Settings,
  need: Need,
  purpose: ServicesPurpose,
  tell: Tell,
): Promise<Services> {
  const { home, env, config } = settings;
  const common = { home, env, purpose, namespace: config.TEMPORAL_NAMESPACE, onProgress: tell };
  if (need === 'database') return openServices({ ...common, need: 'database' });
  return openServices({
    ...common,
    need: 'all',
    prepare: async (services) => {
      tell('Preparing the database');
      await onMigratedDatabase(services.databaseUrl, (database) => masterKeyOf(settings, database));
      tell(need === 'everything' ? 'Starting api and worker' : 'Starting the worker');
      // A port that was asked for by name is the api's; the worker answers health checks only.
      const wished = process.env['PORT'] === undefined ? undefined : config.PORT;
      const specs = [childSpec('worker', await services.choosePort('worker'), settings, services)];
      if (need === 'everything')
        specs.push(childSpec('api', wished ?? (await services.choosePort('api')), settings, services));
      await Promise.all(specs.map((spec) => services.startChild(spec)));
    },
  });
}
