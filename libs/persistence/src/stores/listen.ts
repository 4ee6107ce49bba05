import { Client } from 'pg';
import { applicationOptions } from '../data-source';

const RECONNECT_MS = 1_000;

/** What a NOTIFY says when the journeys are too many to name. */
export const EVERYTHING_CHANGED = '*';

/** Journeys that have changed, by the text of a NOTIFY. */
const changedBy = (payload: string | undefined): readonly string[] | 'everything' =>
  payload === EVERYTHING_CHANGED ? 'everything' : (payload ?? '').split(' ').filter((id) => id !== '');

/**
 * Calls `onHint` for each NOTIFY on the channel `wake`, on a connection of its own; a lost connection is made again after a second
 * and counts as a hint, since words may have been missed. Answers the way to stop, which closes the connection.
 */
export async function listenForWakes(
  url: string,
  onHint: (changed: readonly string[] | 'everything') => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let client: Client | undefined;

  const lost = (): void => {
    client = undefined;
    if (stopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      connect().then(() => onHint('everything'), lost);
    }, RECONNECT_MS);
  };

  async function connect(): Promise<void> {
    const connection = new Client({
      connectionString: url,
      application_name: 'wakes',
      options: applicationOptions(),
    });
    // Before it listens, a failure is the answer of the calls below.
    connection.on('error', () => undefined);
    connection.on('notification', ({ payload }) => onHint(changedBy(payload)));
    await connection.connect();
    await connection.query('LISTEN wake');
    connection.on('end', lost);
    if (stopped) await connection.end();
    else client = connection;
  }

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end();
  };
}
