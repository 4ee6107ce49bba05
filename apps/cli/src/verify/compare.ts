import type { Journeys } from '@lotse/journeys';
import type { TemporalClient } from '../lotse/temporal';
import { mapAtOnce } from './map-at-once';
import { apart, leftOver, missing, silent, type Fault } from './fault';
import { openJourneys } from './open-journeys';
import { isRunning, listedAsRunning, versionRead } from './running-workflows';

export interface Comparison {
  /** Open journeys in the database. */
  readonly journeys: number;
  /** Workflows of open journeys that run and have read the present version. */
  readonly verified: number;
  readonly faults: readonly Fault[];
}

/** Questions to the server under way at one time. */
const AT_ONCE = 16;

/**
 * Compares the open journeys with the workflows, journey by journey, each asked itself. Temporal runs at most one workflow of
 * one id, so "exactly one" is "one runs". @param onProgress gets how many of how many were asked
 */
export async function compare(
  journeys: Pick<Journeys, 'listJourneys'>,
  client: TemporalClient,
  onProgress: (asked: number, of: number) => void = () => undefined,
): Promise<Comparison> {
  const open = await openJourneys(journeys);
  let asked = 0;
  const found = await mapAtOnce([...open], AT_ONCE, async ([journey, version]) => {
    const fault = await faultOf(client, journey, version);
    onProgress((asked += 1), open.size);
    return fault;
  });
  const faults = found.filter((fault) => fault !== undefined);
  const strangers = [...(await listedAsRunning(client))].filter((journey) => !open.has(journey));
  const running = await mapAtOnce(strangers, AT_ONCE, (journey) => isRunning(client, journey));
  const leftOvers = strangers.filter((_, place) => running[place]).map(leftOver);
  return { journeys: open.size, verified: open.size - faults.length, faults: [...faults, ...leftOvers] };
}

async function faultOf(client: TemporalClient, journey: string, version: number): Promise<Fault | undefined> {
  if (!(await isRunning(client, journey))) return missing(journey);
  const read = await versionRead(client, journey);
  if (read === undefined) return silent(journey);
  return read === version ? undefined : apart(journey, version, read);
}
