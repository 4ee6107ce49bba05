import { journeyIdOf, journeyQuery } from '@lotse/contracts';
import { eventually } from '@lotse/testing';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';

const DEADLINE_MS = 90_000;

/** Waits until every open journey has exactly one open workflow, which has read its version, and no workflow is left over. */
export async function agree(dataSource: DataSource, client: Client): Promise<void> {
  await eventually(
    async () => ({ workflows: await inTemporal(client), journeys: await inDatabase(dataSource) }),
    ({ workflows, journeys }) => workflows === journeys && journeys !== '',
    DEADLINE_MS,
  );
}

/** Every journey that is open, or that a clock outlives, with its version. */
async function inDatabase(dataSource: DataSource): Promise<string> {
  const rows = await dataSource.query<{ id: string; version: number }[]>(
    `SELECT id, version FROM journey WHERE status IN ('open', 'on-hold') AND stage <> 'DONE'
       OR EXISTS (SELECT FROM journey_clock c WHERE c.journey_id = journey.id AND NOT c.stopped)`,
  );
  return text(rows.map(({ id, version }) => `${id} ${version}`));
}

/** Every open workflow of a journey with the version it read last. */
async function inTemporal(client: Client): Promise<string> {
  const seen: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query: 'ExecutionStatus = "Running"' })) {
    const journeyId = journeyIdOf(workflowId);
    if (journeyId === undefined) continue;
    const version = await client.workflow
      .getHandle(workflowId)
      .query(journeyQuery)
      .then(
        (status) => String(status.version),
        () => 'unknown',
      );
    seen.push(`${journeyId} ${version}`);
  }
  return text(seen);
}

const text = (lines: readonly string[]): string => lines.toSorted().join(', ');
