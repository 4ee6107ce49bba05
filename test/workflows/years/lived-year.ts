import { journeyQuery, journeyWorkflowId, NEXT_DUE, PROGRAMME, STAGE, WAITING_ON } from '@lotse/contracts';
import { addDays, fold, type Command, type Json } from '@lotse/domain';
import { eventually, historyTail, skipTime, TestClock } from '@lotse/testing';
import type { Client, WorkflowExecutionDescription } from '@temporalio/client';
import { isDeepStrictEqual } from 'node:util';
import { dayIn } from '../../../libs/journeys/src/zone';
import { codeOf, unmetOf } from '../../domain/ordinary-journey';
import { reference, seen } from '../../domain/reference-model';
import type { DrivenDatabase } from '../driven-database';
import { randomYear, YEAR, yearAfter } from './random-year';
import type { WatchedRows } from './watched-rows';
import { YearWorld } from './year-world';

const ZONE = 'Europe/Berlin';
/** In the forenoon, so that what a run takes of real time stays within the day. */
const morningOf = (day: string): Date => new Date(`${day}T08:00:00Z`);

/** Nobody records everything on the day: what is due by then goes by first. */
const PATIENCE_DAYS = 12;
/** Deadlines, not measures: on a machine that does much else a question alone may take a minute. */
const LIFE_MS = 3_600_000;
const PATIENCE_MS = 300_000;
const ASK_EVERY_MS = 150;
/** Not after every pass of time: to look costs more than to live. */
const LOOK_EVERY = 4;
/** Facts that lead into a stage. */
const ENTERING: ReadonlySet<string> = new Set(['advance', 'reverse', 'migrate-template']);

/** What was done, for the figures that are printed. */
export interface Lived {
  readonly commands: number;
  readonly refused: number;
  readonly fired: number;
  readonly looks: number;
}

/** One random journey lived twice, in memory and for real, and compared all along. */
export class LivedYear {
  readonly world: YearWorld;
  private readonly clock = new TestClock();
  private readonly client: Client;
  private running = false;
  private passes = 0;
  /** The entry into a stage after which time was skipped last. */
  private skippedAfter = '';
  /** Where the time of the workflow stands, as milliseconds ahead of real time. */
  private workflowMs = 0;
  private counts = { commands: 0, refused: 0, fired: 0, looks: 0 };

  constructor(
    private readonly test: DrivenDatabase,
    private readonly rows: WatchedRows,
    private readonly seed: number,
    readonly journey: string,
  ) {
    this.client = test.worker.client;
    this.clock.skip(Date.parse(`${YEAR}-01-05T08:00:00Z`) - Date.now());
    this.world = new YearWorld(journey, this.clock.now());
  }

  /** Lives the whole year. @throws where memory and reality differ, naming the seed */
  async live(): Promise<Lived> {
    return this.client.withDeadline(Date.now() + LIFE_MS, () => this.liveOnce());
  }

  private async liveOnce(): Promise<Lived> {
    try {
      const acts = randomYear(this.seed, this.journey);
      for (const [index, act] of acts.entries()) {
        if (act.wait > 0) await this.until(this.dayAfter(act.wait));
        const command = this.world.commandOf(act, index);
        if (command === undefined) continue;
        if (command.happenedOn > this.world.today)
          await this.until(morningOf(addDays(command.happenedOn, act.amount % PATIENCE_DAYS)));
        await this.give(command);
      }
      const end = morningOf(yearAfter(`${YEAR}-01-05`));
      while (this.clock.now() < end && this.world.isDriven)
        await this.until(new Date(Math.min(end.getTime(), this.dayAfter(90).getTime())));
      await this.settle();
      await this.look();
    } catch (error) {
      throw new Error(
        `SEED=${this.seed}, journey ${this.journey}: ${error instanceof Error ? error.message : String(error)}`,
        {
          cause: error,
        },
      );
    }
    return this.lived();
  }

  lived(): Lived {
    return { ...this.counts, fired: this.world.state1.fired.length };
  }

  /** Where its time stands. */
  now(): Date {
    return this.clock.now();
  }

  private dayAfter(days: number): Date {
    return new Date(this.clock.now().getTime() + days * 86_400_000);
  }

  /** Gives a command to both, which must answer alike. */
  private async give(command: Command): Promise<void> {
    const now = this.clock.now();
    this.world.clockIs(now);
    const decision = this.world.submit(command);
    const answer = await this.test.journeys.submit(
      { ...command, by: { ...command.by } },
      { submittedBy: 'coordinator-1', now },
    );
    this.counts.commands += 1;
    const told = answer.result === 'refused' ? answer.refusal : { code: answer.result, unmet: [] };
    expect({ command, ...told }).toEqual({ command, code: codeOf(decision), unmet: unmetOf(decision) });
    if (!decision.ok) {
      this.counts.refused += 1;
      return;
    }
    const isDue = this.world.waits().some(({ at }) => Date.parse(at) <= now.getTime());
    if (isDue || this.world.isDriven !== this.running) await this.settle();
  }

  /** Lets time pass for both. */
  private async until(to: Date): Promise<void> {
    await this.settle();
    this.clock.skip(to.getTime() - this.clock.now().getTime());
    await this.settle();
    this.passes += 1;
    if (this.passes % LOOK_EVERY === 0) await this.look();
  }

  /** Brings the workflow to the present moment and waits until it has done what the model did. */
  private async settle(): Promise<void> {
    const { world, journey } = this;
    if (world.state1.version === 0) return;
    const isNew = world.isDriven && !this.running;
    await this.hasRead();
    if (world.isDriven !== this.running) await this.isRunning(world.isDriven);
    this.running = world.isDriven;
    if (!world.isDriven) return world.clockIs(this.clock.now());
    if (isNew) this.workflowMs = 0;
    const from = new Date(Date.now() + this.workflowMs);
    const ahead = this.clock.skippedMs - this.workflowMs;
    if (ahead > 0) await this.hasHandedOver(isNew);
    world.pass(from, this.clock.now());
    if (ahead > 0) await skipTime(this.client, journeyWorkflowId(journey), ahead);
    this.workflowMs = this.clock.skippedMs;
    await this.hasRead();
    if (world.isDriven !== this.running) return this.settle();
  }

  /**
   * Time must not be skipped while one run hands over to the next: nothing would be waiting, and so nothing be passed. Asked only
   * where a stage was entered since the last skip, be it the same one again, since questions are most of the load.
   */
  private async hasHandedOver(isNew: boolean): Promise<void> {
    const { facts1, state1 } = this.world;
    const entry = `${facts1.filter(({ kind }) => ENTERING.has(kind)).length} ${state1.stage.code}`;
    if (entry === this.skippedAfter && !isNew) return;
    await this.lookAtWorkflow();
    this.skippedAfter = entry;
  }

  private hasRead(): Promise<unknown> {
    const { version } = this.world.state1;
    return this.rows.until(this.journey, (row) => row.version >= version && row.seen >= row.version);
  }

  private isRunning(wanted: boolean): Promise<WorkflowExecutionDescription> {
    return eventually(
      () => this.client.workflow.getHandle(journeyWorkflowId(this.journey)).describe(),
      ({ status }) => (status.name === 'RUNNING') === wanted,
      PATIENCE_MS,
      ASK_EVERY_MS,
    );
  }

  /** Compares everything that there is of the journey. */
  async look(): Promise<void> {
    const { world, journey } = this;
    if (world.state1.version === 0) return;
    this.counts.looks += 1;
    const stored = await this.test.stores.journeys.facts(journey);
    const facts = stored.map(({ fact }) => fact);
    expect(facts.map(({ kind, happenedOn, commandId }) => [kind, happenedOn, commandId])).toEqual(
      world.facts1.map(({ kind, happenedOn, commandId }) => [kind, happenedOn, commandId]),
    );
    expect(reference(facts)).toEqual(seen(fold(journey, facts)));
    const [row] = await this.test.dataSource.query<
      { snapshot: Json; nextDue: Date | null; seenAt: Date; seen: number }[]
    >(
      `SELECT snapshot, next_due AS "nextDue", seen_at AS "seenAt", seen_version AS seen FROM journey JOIN driver ON journey_id = id WHERE id = $1`,
      [journey],
    );
    expect(row?.snapshot).toEqual(JSON.parse(JSON.stringify(world.state1)));
    expect(row?.seen).toBe(world.state1.version);
    const [next] = world.waits();
    expect(row?.nextDue?.toISOString()).toBe(
      next === undefined ? undefined : new Date(next.at).toISOString(),
    );
    await this.lookAtWorkflow(row?.seenAt ?? this.clock.now());
  }

  /** What the workflow itself says it waits for, in its answer and in Temporal's lists. */
  async lookAtWorkflow(readAt?: Date): Promise<void> {
    const { world } = this;
    if (!world.isDriven) return;
    const [next] = world.waits();
    const role = readAt === undefined ? undefined : world.waitsFor(dayIn(ZONE, readAt));
    const expected = {
      status: world.expected(),
      type: world.phase(),
      programme: 'prog-1',
      stage: world.state1.stage.code,
      ...(next === undefined ? {} : { nextDue: new Date(next.at).toISOString() }),
      ...(role === undefined ? {} : { waitingOn: [role] }),
    };
    // What it read it knows at once; that it hands over to the run of the next stage, and shows itself in lists, takes a moment.
    const isThere = (told: unknown): boolean => isDeepStrictEqual(told, expected);
    const told = await eventually(
      () => this.told(readAt !== undefined),
      isThere,
      PATIENCE_MS,
      ASK_EVERY_MS,
    ).catch(async () => ({
      ...(await this.told(readAt !== undefined)),
      history: await historyTail(this.client, journeyWorkflowId(this.journey)),
    }));
    expect(told).toEqual(expected);
  }

  private async told(withRole: boolean): Promise<object> {
    const handle = this.client.workflow.getHandle(journeyWorkflowId(this.journey));
    // In this order: a run that is about to hand over knows the next stage already, and shows its own.
    const { typedSearchAttributes: shown, type } = await handle.describe();
    const status = await handle.query(journeyQuery).catch(() => undefined); // nobody answers between two runs
    const nextDue = shown.get(NEXT_DUE);
    const waitingOn = shown.get(WAITING_ON);
    return {
      status,
      type,
      programme: shown.get(PROGRAMME),
      stage: shown.get(STAGE),
      ...(nextDue === undefined ? {} : { nextDue: nextDue.toISOString() }),
      ...(waitingOn === undefined || !withRole ? {} : { waitingOn }),
    };
  }
}
