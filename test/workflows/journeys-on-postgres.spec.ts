import { dayInBerlin } from '@lotse/domain';
import { journeyWorkflowId } from '@lotse/contracts';
import { advance, advanceTo, catchUp, eventually } from '@lotse/testing';
import { randomUUID } from 'node:crypto';
import { command, consent, nominate, person, PROJECT } from '../integration/journeys/project';
import { openDrivenDatabase, type DrivenDatabase } from './driven-database';

jest.setTimeout(60_000);

describe('a journey in PostgreSQL and its workflow', () => {
  let test: DrivenDatabase;
  let journey: string;
  beforeEach(async () => {
    journey = `j-${randomUUID()}`; // one server for all databases, so an id of its own for each test
    test = await openDrivenDatabase();
    await test.importObjects(...PROJECT, person('p1'));
  });
  afterEach(() => test.close());

  const close = () =>
    command(journey, 'close', 'coordinator', {
      outcome: 'not-selected',
      party: 'candidate',
      returnable: true,
    });
  const statusIs = (wanted: string) =>
    eventually(
      () => test.worker.client.workflow.getHandle(journeyWorkflowId(journey)).describe(),
      ({ status }) => status.name === wanted,
    );

  it('start together: the nomination is read and its clocks are waited for', async () => {
    const status = await test.hasRead(journey, await test.give(nominate(journey, 'p1')));
    expect(status).toMatchObject({ version: 1, stage: 'NOM' });
    expect(status.clocks).toHaveLength(1);
  });

  it('fire each clock once, as a fact of its own', async () => {
    const { clocks } = await test.hasRead(journey, await test.give(nominate(journey, 'p1')));
    await advanceTo(test.timed(journey), clocks[0]!.at);
    await test.hasRead(journey, 2);
    await advance(test.timed(journey), '300 days');
    expect((await test.hasRead(journey, 2)).clocks).toEqual([]);
    expect(await test.fired(journey)).toEqual([clocks[0]!.code]);
  });

  it('end together, and go on together when the journey is reopened', async () => {
    await test.hasRead(journey, await test.give(nominate(journey, 'p1'), consent(journey)));
    await test.give(close());
    await statusIs('COMPLETED');
    const version = await test.give(command(journey, 'reopen', 'coordinator', { reason: 'came back' }));
    await statusIs('RUNNING');
    expect((await test.hasRead(journey, version)).clocks).toHaveLength(1);
  });

  it('fire at the new time after a reopening far ahead', async () => {
    await test.hasRead(journey, await test.give(nominate(journey, 'p1'), close()));
    await statusIs('COMPLETED');
    test.clock.skip(100 * 86_400_000);
    const version = await test.give(
      command(journey, 'reopen', 'coordinator', { reason: 'came back' }, { on: today(test) }),
    );
    await statusIs('RUNNING');
    await test.hasRead(journey, version);
    await catchUp(test.timed(journey));
    await eventually(
      () => test.fired(journey),
      (fired) => fired.length === 1,
    );
  });

  it('meet again when rows that an older release wrote are renewed, though no fact has come', async () => {
    const version = await test.give(nominate(journey, 'p1'));
    await test.hasRead(journey, version);
    // The older release knew no clock of this stage, and that is what its workflow waits with.
    await test.dataSource.query(
      `UPDATE journey SET snapshot = jsonb_set(snapshot, '{shape}', '1') WHERE id = $1`,
      [journey],
    );
    await test.dataSource.query('DELETE FROM journey_clock WHERE journey_id = $1', [journey]);
    await test.dataSource.query('UPDATE driver SET next_due = NULL WHERE journey_id = $1', [journey]);
    const nextDue = () =>
      test.dataSource.query<{ nextDue: Date | null }[]>(
        'SELECT next_due AS "nextDue" FROM driver WHERE journey_id = $1',
        [journey],
      );
    for await (const _deviation of test.journeys.rebuildProjections({ stale: true }))
      expect(_deviation.journey).toBe(journey);
    await eventually(nextDue, ([row]) => row?.nextDue instanceof Date);
    expect(await test.stores.wakes.pending()).toBe(0);
  });

  it('meet again when every wake was lost', async () => {
    await test.relay.stop();
    const version = await test.give(nominate(journey, 'p1'), consent(journey));
    await test.dataSource.query('DELETE FROM wake');
    expect(await test.journeys.sweepLagging(new Date().toISOString())).toBe(1);
    test.startRelay();
    expect((await test.hasRead(journey, version)).version).toBe(2);
    expect(await test.stores.wakes.pending()).toBe(0);
  });
});

const today = (test: DrivenDatabase): string => dayInBerlin(test.clock.now());
