import { connectTemporal } from '@lotse/platform';
import { giveCommand } from '../give-command';
import type { Results } from '../results';
import type { Installation } from '../system/installation';
import { CpuWatch, memoryMiB } from '../system/processes';
import { HOUSING, wholeJourney } from '../workload';
import { Drive, openLoop } from './awake';
import { measureDoor, type Journeys } from './door';
import { atHumanPace, historyCost, replayPer500 } from './history';

const FULL_LOAD_SECONDS = 6;
const PER_SECOND = 10;
const SECONDS = 12;
/** A history of about 500 events: each wake costs five to seven. */
const WAKES_OF_LONG = 90;
const REPEATS = 8;

interface Parts {
  readonly installation: Installation;
  readonly journeys: Journeys;
  readonly drive: Drive;
}

type FullLoad = Pick<
  Results,
  'driven' | 'drivenPending' | 'drainMs' | 'cpuMsAtFull' | 'drivenLag' | 'memory'
>;

/** Sixteen clients while the workflows of what they do run beside them, then the time to catch up. */
async function fullLoad({ installation: { services, lotse }, journeys, drive }: Parts): Promise<FullLoad> {
  const cpu = new CpuWatch();
  const since = new Date();
  const driven = await measureDoor(lotse, journeys, 16, FULL_LOAD_SECONDS);
  const drivenPending = await drive.pending();
  const drainMs = await drive.caughtUp(90_000);
  return {
    driven,
    drivenPending,
    drainMs,
    cpuMsAtFull: (cpu.services * 1000) / driven.count,
    drivenLag: await drive.lag(since),
    memory: services.services.map(({ name, pid }) => ({ name, mib: memoryMiB(pid) })),
  };
}

/** Ten commands a second, each to a journey whose workflow sleeps. */
async function calm({
  installation: { lotse },
  journeys,
  drive,
}: Parts): Promise<Pick<Results, 'awake' | 'cpuMsAtTen'>> {
  const sleeping = Array.from({ length: PER_SECOND * SECONDS }, () => journeys.take());
  for (const journey of sleeping)
    for (const step of wholeJourney(journey)[0] ?? []) await giveCommand(lotse, journey, step);
  await drive.caughtUp(60_000);
  const cpu = new CpuWatch();
  const since = new Date();
  await openLoop(
    PER_SECOND,
    SECONDS,
    async (index) => void (await giveCommand(lotse, sleeping[index] ?? '', HOUSING)),
  );
  await drive.caughtUp(30_000);
  return { awake: await drive.lag(since), cpuMsAtTen: (cpu.services * 1000) / sleeping.length };
}

type Histories = Pick<Results, 'bySitting' | 'byCommand' | 'commandsOfJourney' | 'replayMs'>;

/** Three journeys at human pace, what they leave in Temporal, and the replay of the longest run. */
async function histories({
  installation: { services, lotse, masterKey },
  journeys,
  drive,
}: Parts): Promise<Histories> {
  const [sitting, single, long] = [journeys.take(), journeys.take(), journeys.take()];
  const steps = wholeJourney(single).flat();
  const nomination = wholeJourney(long)[0] ?? [];
  await Promise.all([
    atHumanPace(lotse, drive, sitting, wholeJourney(sitting)),
    atHumanPace(
      lotse,
      drive,
      single,
      steps.map((step) => [step]),
    ),
    atHumanPace(lotse, drive, long, [nomination, ...Array.from({ length: WAKES_OF_LONG }, () => [HOUSING])]),
  ]);
  const client = await connectTemporal({
    TEMPORAL_ADDRESS: services.temporalAddress ?? '',
    TEMPORAL_NAMESPACE: services.namespace,
    LOTSE_MASTER_KEY: masterKey,
  });
  const bySitting = await historyCost(client, sitting);
  const byCommand = await historyCost(client, single);
  const [history] = (await historyCost(client, long)).histories;
  await client.connection.close();
  if (history === undefined) throw new Error('The long journey left no history');
  return {
    bySitting,
    byCommand,
    commandsOfJourney: steps.length,
    replayMs: await replayPer500(history, masterKey, REPEATS),
  };
}

/** Everything about the workflows, once they have caught up with what was done before. */
export async function measureWorkflows(
  installation: Installation,
  journeys: Journeys,
  tell: (what: string) => void,
): Promise<FullLoad & Histories & Pick<Results, 'awake' | 'cpuMsAtTen'>> {
  const drive = await Drive.open(installation.services.databaseUrl);
  try {
    const parts = { installation, journeys, drive };
    tell('Workflows: catching up with the door');
    const backlogMs = await drive.caughtUp(150_000);
    tell(`Workflows: caught up in ${(backlogMs / 1000).toFixed(1)} s; full load of 16 clients`);
    const loaded = await fullLoad(parts);
    tell(`Workflows: ${PER_SECOND} commands a second`);
    const calmly = await calm(parts);
    tell('Workflows: histories at human pace, and their replay');
    return { ...loaded, ...calmly, ...(await histories(parts)) };
  } finally {
    await drive.close();
  }
}
