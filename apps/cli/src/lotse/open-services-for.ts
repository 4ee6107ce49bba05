import { openServices, type Services, type ServicesPurpose } from '@lotse/platform';
import type { Tell } from '../output/steps';
import { childSpec, hasMailServer, mailboxSpec } from './child-specs';
import { masterKeyOf } from './master-key-of';
import { onMigratedDatabase } from './database';
import type { Settings } from './settings';
import { DEMO_KEEPERS } from '../demo/demo-addresses';
import { unscannedVariables } from './unscanned';

/**
 * What a call needs to run: the database; the worker that drives workflows; the api beside it; or for a demonstration also a
 * mailbox, which catches what the worker sends unless a mail server was named.
 */
export type Need = 'database' | 'worker' | 'everything' | 'demo';

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
      tell(need === 'worker' ? 'Starting the worker' : 'Starting api and worker');
      // A port that was asked for by name is the api's; the worker answers health checks only.
      const wished = env['PORT'] === undefined ? undefined : config.PORT;
      const mail = need === 'demo' && !hasMailServer(env) ? await startMailbox(services, home) : {};
      const specs = [childSpec('worker', await services.choosePort('worker'), settings, services, mail)];
      const api: Readonly<Record<string, string>> = {
        ...unscannedVariables(settings),
        ...(need === 'demo' ? { LOTSE_DEMO_LOGIN: 'true' } : {}),
      };
      if (need !== 'worker')
        specs.push(childSpec('api', wished ?? (await services.choosePort('api')), settings, services, api));
      await Promise.all(specs.map((spec) => services.startChild(spec)));
    },
  });
}

/** Answers the variables by which a worker sends its mails there. */
async function startMailbox(
  services: Pick<Services, 'choosePort' | 'startChild'>,
  home: string,
): Promise<Readonly<Record<string, string>>> {
  const page = await services.choosePort('mailbox');
  const smtp = await services.choosePort('mailbox-smtp');
  await services.startChild(mailboxSpec({ page, smtp }, home));
  return { SMTP_URL: `smtp://127.0.0.1:${smtp}`, ...DEMO_KEEPERS };
}
