import { journeyWorkflowId } from '@lotse/contracts';
import type { Deviation, ProjectionReport } from '@lotse/journeys';
import { randomUUID } from 'node:crypto';
import { mapAtOnce } from '../../apps/cli/src/verify/map-at-once';
import { openDrivenDatabase, type DrivenDatabase } from './driven-database';
import { LivedYear, type Lived } from './years/lived-year';
import { WatchedRows } from './years/watched-rows';
import { personLine, RECORDS } from './years/year-world';

/** `MODEL_JOURNEYS` lets more be lived; `SEED` repeats a run. `npm run test:model` lives a thousand. */
const JOURNEYS = Number(process.env.MODEL_JOURNEYS ?? 6);
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const AT_ONCE = 24;

/** A deadline, not a measure: an idle machine of two cores takes some seconds for each. */
jest.setTimeout(600_000 + JOURNEYS * 60_000);

describe('random journeys over a year, for real and in memory', () => {
  const run = randomUUID().slice(0, 8);
  let test: DrivenDatabase;
  let rows: WatchedRows;
  let years: LivedYear[] = [];

  beforeAll(async () => {
    test = await openDrivenDatabase();
    rows = new WatchedRows(test.dataSource);
    years = Array.from(
      { length: JOURNEYS },
      (_none, index) => new LivedYear(test, rows, SEED + index, `${run}-${index}`),
    );
    const answers = await test.importObjects(...RECORDS, ...years.map(({ journey }) => personLine(journey)));
    expect(answers.filter(({ result }) => result !== 'accepted')).toEqual([]);
  });
  afterAll(async () => {
    await rows.stop();
    await test.close();
  });

  async function drained(found: AsyncGenerator<Deviation, ProjectionReport>): Promise<[Deviation[], number]> {
    const deviations: Deviation[] = [];
    for (;;) {
      const next = await found.next();
      if (next.done === true) return [deviations, next.value.journeys];
      deviations.push(next.value);
    }
  }

  it('are answered, folded, listed and waited for alike', async () => {
    const began = Date.now();
    const failures: string[] = [];
    const lived = await mapAtOnce(years, AT_ONCE, (year) =>
      year.live().catch((error: Error) => {
        failures.push(error.message);
        return year.lived();
      }),
    );
    const sum = (name: keyof Lived): number => lived.reduce((total, counts) => total + counts[name], 0);
    const reached = new Map<string, number>();
    for (const { world } of years)
      for (const stage of Object.keys(world.state1.entered))
        reached.set(stage, (reached.get(stage) ?? 0) + 1);
    process.stdout.write(
      `years: ${JOURNEYS} journeys of a year each in ${Math.round((Date.now() - began) / 1000)} s, ${sum('commands')} commands ` +
        `(${sum('refused')} refused), ${sum('fired')} clocks fired, ${sum('looks')} comparisons, stages ${[...reached].map(([stage, count]) => `${stage} ${count}`).join(', ')}, SEED=${SEED}\n`,
    );
    expect(failures.slice(0, 5)).toEqual([]);
  });

  it('have rows that are what their facts give, and get them back from the facts alone', async () => {
    const end = Math.max(...years.map((year) => year.now().getTime()));
    test.clock.skip(end - test.clock.now().getTime());
    await test.journeys.sweepLagging(test.clock.now().toISOString()); // tasks of all are those of this day
    const begun = years.filter(({ world }) => world.state1.version > 0).length;
    expect(await drained(test.journeys.verifyProjections())).toEqual([[], begun]);
    const { dataSource } = test;
    /** But for the day on which tasks were derived. */
    const dump = (): Promise<unknown> =>
      dataSource.query(`SELECT
        (SELECT jsonb_agg(to_jsonb(t) - 'tasks_from' ORDER BY id) FROM journey t) AS journeys,
        (SELECT jsonb_agg(to_jsonb(t) ORDER BY journey_id, key) FROM journey_task t) AS tasks,
        (SELECT jsonb_agg(to_jsonb(t) ORDER BY id) FROM placement t) AS placements,
        (SELECT jsonb_agg(to_jsonb(t) ORDER BY id) FROM contract t) AS contracts,
        (SELECT jsonb_agg(to_jsonb(t) ORDER BY journey_id, code, due_on) FROM journey_clock t) AS clocks`);
    const before = await dump();
    await dataSource.query(
      `UPDATE journey SET stage = 'NOM', status = 'open', companies = '{}', snapshot = jsonb_build_object('shape', 1)`,
    );
    for (const table of ['journey_clock', 'journey_task', 'contract', 'placement'])
      await dataSource.query(`DELETE FROM ${table}`);
    const [deviations] = await drained(test.journeys.rebuildProjections());
    expect(deviations).toHaveLength(begun);
    expect(await dump()).toEqual(before);
  });

  it('have their workflows back from the database alone', async () => {
    const open = years.filter(({ world }) => world.isDriven);
    await mapAtOnce(open, AT_ONCE, ({ journey }) =>
      test.worker.client.workflow.getHandle(journeyWorkflowId(journey)).terminate('the test takes it away'),
    );
    await test.dataSource.query('DELETE FROM driver');
    expect(await test.journeys.resumeAll()).toBeGreaterThanOrEqual(open.length);
    await mapAtOnce(open, AT_ONCE, async (year) => {
      await rows.until(year.journey, ({ version, seen }) => seen === version);
      await year.lookAtWorkflow();
    });
  });
});
