import type { RunningService } from '@lotse/platform';

/** What an app answers when asked whether it is ready. */
export interface Health {
  readonly name: string;
  readonly url: string;
  readonly ready: boolean;
}

const APPS = ['api', 'worker'];

/** Asks the apps among the services; the others are asked in their own protocols. Never throws. */
export const healthOf = (services: readonly RunningService[]): Promise<Health[]> =>
  Promise.all(
    services
      .filter(({ name, port }) => APPS.includes(name) && port !== undefined)
      .map(async ({ name, port }) => {
        const url = `http://127.0.0.1:${port}/health/ready`;
        return { name, url, ready: await answersOk(url) };
      }),
  );

async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
