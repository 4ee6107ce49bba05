import { journeyWorkflowId } from '@lotse/contracts';
import { createTemporalHistories } from '@lotse/platform';
import { eventually } from '@lotse/testing';
import { randomUUID } from 'node:crypto';
import { command, nominate, person, PROJECT } from '../integration/journeys/project';
import { openDrivenDatabase, type DrivenDatabase } from './driven-database';

jest.setTimeout(240_000);

/** A deadline: the server takes runs out of its lists in tasks of its own, one after the other. */
const GONE_WITHIN_MS = 90_000;

describe('histories of an erased person', () => {
  let test: DrivenDatabase;
  const erased = `j-${randomUUID()}`;
  const other = `j-${randomUUID()}`;
  beforeAll(async () => {
    test = await openDrivenDatabase();
    await test.importObjects(...PROJECT, person('p1'), person('p2'));
    for (const [journey, of] of [
      [erased, 'p1'],
      [other, 'p2'],
    ] as const)
      await test.hasRead(journey, await test.give(nominate(journey, of)));
    const closing = { outcome: 'not-selected', party: 'candidate', returnable: true };
    // Closed and reopened: more than one run of the same workflow.
    await test.give(command(erased, 'close', 'coordinator', closing));
    await runsOf(erased, (runs) => runs.every(({ status }) => status === 'COMPLETED'));
    await test.give(command(erased, 'reopen', 'coordinator', { reason: 'Кайтып келди' }));
    await runsOf(erased, (runs) => runs.length === 2);
  });
  afterAll(() => test.close());

  interface Run {
    readonly runId: string;
    readonly status: string;
  }
  const runsOf = (journey: string, holds: (runs: readonly Run[]) => boolean): Promise<readonly Run[]> =>
    eventually(
      async () => {
        const runs: Run[] = [];
        const query = `WorkflowId = '${journeyWorkflowId(journey)}'`;
        for await (const { runId, status } of test.worker.client.workflow.list({ query }))
          runs.push({ runId, status: status.name });
        return runs;
      },
      holds,
      GONE_WITHIN_MS,
    );
  const history = (journey: string, runId: string) =>
    test.worker.client.workflow.getHandle(journeyWorkflowId(journey), runId).fetchHistory();

  it('are gone from the server, every run of them, and those of others are not', async () => {
    const runs = await runsOf(erased, (all) => all.length === 2);
    const histories = createTemporalHistories(test.worker.client);
    expect(await histories.forget([erased], [])).toBe(2);
    await runsOf(erased, (left) => left.length === 0);
    for (const { runId } of runs)
      await eventually(
        () =>
          history(erased, runId).then(
            () => 'there',
            () => 'gone',
          ),
        (found) => found === 'gone',
        GONE_WITHIN_MS,
      );
    expect(await runsOf(other, () => true)).toHaveLength(1);
    expect(await histories.forget([erased], [])).toBe(0);
  });
});
