import { journeyWorkflowId } from '@lotse/contracts';
import { dataConverter, type MasterKey } from '@lotse/platform';
import type { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveCommand } from '../give-command';
import type { Target } from '../http-client';
import type { Step } from '../workload';
import type { Drive } from './awake';

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;

/** What one journey left in Temporal, its runs summed. */
export interface HistoryCost {
  readonly runs: number;
  readonly events: number;
  readonly timers: number;
  readonly bytes: number;
  /** How many events of each kind, as Temporal names them. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly histories: readonly History[];
}

/** Long enough for a workflow to go back to sleep between two acts of people. */
const BETWEEN_SITTINGS_MS = 150;

/** Gives each sitting at once, then waits until the workflow has seen it, as it has between the days of people. */
export async function atHumanPace(
  target: Target,
  drive: Drive,
  journey: string,
  sittings: readonly (readonly Step[])[],
): Promise<void> {
  for (const sitting of sittings) {
    let version = 0;
    for (const step of sitting) version = await giveCommand(target, journey, step);
    await drive.seen(journey, version);
    await sleep(BETWEEN_SITTINGS_MS);
  }
}

/** Adds up all runs of a journey's workflow, from its first to its present one. */
export async function historyCost(client: Client, journey: string): Promise<HistoryCost> {
  const workflowId = journeyWorkflowId(journey);
  const { raw } = await client.workflow.getHandle(workflowId).describe();
  const histories: History[] = [];
  let bytes = 0;
  let runId = raw.workflowExecutionInfo?.firstRunId ?? undefined;
  while (runId) {
    const handle = client.workflow.getHandle(workflowId, runId);
    const history = await handle.fetchHistory();
    const { raw: run } = await handle.describe();
    bytes += Number(run.workflowExecutionInfo?.historySizeBytes ?? 0);
    histories.push(history);
    runId =
      history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
  }
  const events = histories.flatMap((history) => history.events ?? []);
  const timers = events.filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes).length;
  const kinds: Record<string, number> = {};
  for (const event of events) {
    const kind = kindOf(event);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return { runs: histories.length, events: events.length, timers, bytes, kinds, histories };
}

/** `workflowTaskCompleted` for the event that carries `workflowTaskCompletedEventAttributes`. */
function kindOf(event: NonNullable<History['events']>[number]): string {
  const attributes = Object.entries(event).find(([name, value]) => name.endsWith('EventAttributes') && value);
  return attributes?.[0].replace(/EventAttributes$/, '') ?? 'other';
}

const BUNDLE = join(__dirname, '../../../dist/workflow-bundle.js');

/**
 * Milliseconds that a worker needs to replay 500 events of a history, setting the workflow up included; the first of the
 * repeats warms up and is left out.
 */
export async function replayPer500(history: History, masterKey: MasterKey, repeats: number): Promise<number> {
  const options = {
    workflowBundle: { code: await readFile(BUNDLE, 'utf8') },
    dataConverter: dataConverter(masterKey),
  };
  const histories = Array.from({ length: repeats + 1 }, (_unused, index) => ({
    workflowId: `replay-${index}`,
    history,
  }));
  let begun = 0;
  let replayed = 0;
  for await (const { error } of Worker.runReplayHistories(options, histories)) {
    if (error !== undefined) throw error;
    if (begun === 0) begun = performance.now();
    else replayed += 1;
  }
  return ((performance.now() - begun) / replayed / (history.events?.length ?? 1)) * 500;
}
