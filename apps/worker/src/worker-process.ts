import { createDeliveryActivities, createJourneyActivities, createSweepActivities } from '@lotse/activities';
import { createAudit } from '@lotse/audit';
import type { Journeys } from '@lotse/journeys';
import {
  connectTemporal,
  connectWorker,
  createJourneyWorker,
  loadWorkflowBundle,
  mustOpen,
  pollersOf,
  startDelivery,
  untilItSucceeds,
  wakeJourney,
  type BackOff,
  type Logger,
  type WorkerConfig,
} from '@lotse/platform';
import { createAuditStore, createWrappedKeyStore, ping } from '@lotse/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import type { Worker } from '@temporalio/worker';
import { hostname } from 'node:os';
import type { DataSource } from 'typeorm';
import { AuditSealer } from './audit-sealer';
import { DailyRounds } from './daily-rounds';
import { ErasureFinisher } from './erasure-finisher';
import { FileRounds } from './file-rounds';
import { HealthServer } from './health';
import { makeDailyRound } from './make-daily-round';
import { makeFiles } from './make-files';
import { makePrivacy } from './make-privacy';
import { makeWebhooks, postOffice, type WebhooksOut } from './make-webhooks';
import { OutboxRelay } from './outbox-relay';
import type { Mails, Outgoing } from './outgoing';
import { Relay } from './relay';
import { stuckGauges, StuckWatch } from './stuck-watch';
import { ensureSweepSchedule } from './sweep-schedule';
import { CONFIG, DATA_SOURCE, JOURNEYS, LOGGER, OUTGOING } from './tokens';

/** A waiting poll is renewed by the server within a minute; somewhat more, so that a late renewal is no alarm. */
const POLLED_WITHIN_MS = 75_000;
/** Less than the relay's lease: a signal is given up before another relay may take its wake. */
const SIGNAL_MS = 10_000;

/** The life of the worker: waits for its services, polls, relays wakes, and at the end drains in the opposite order. */
@Injectable()
export class WorkerProcess {
  readonly #identity = `worker-${process.pid}@${hostname()}`;
  #client: Client | undefined;
  #worker: Worker | undefined;
  #stuck: StuckWatch | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: WorkerConfig,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(JOURNEYS) private readonly journeys: Journeys,
    @Inject(OUTGOING) private readonly outgoing: Outgoing,
  ) {}

  /** Runs until the signal aborts and everything under way has ended. Rejects when the worker cannot go on. */
  async run(signal: AbortSignal): Promise<void> {
    const health = new HealthServer(
      { database: () => this.#hasDatabase(), polling: () => this.#isPolling() },
      stuckGauges(() => this.#stuck?.seen),
    );
    const port = await health.listen(this.config.PORT);
    this.logger.info({ url: `http://127.0.0.1:${port}` }, 'worker tells its health');
    try {
      await this.#work(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      if (this.dataSource.isInitialized) await this.dataSource.destroy();
      await health.close();
    }
  }

  async #work(signal: AbortSignal): Promise<void> {
    await untilItSucceeds(
      () => this.dataSource.initialize(),
      this.#backOff(signal, 'the database does not answer'),
    );
    const uses = await untilItSucceeds(
      () => createWrappedKeyStore(this.dataSource).uses(),
      this.#backOff(signal, 'stored keys cannot be read'),
    );
    mustOpen(this.config.LOTSE_MASTER_KEY, uses);
    const away = this.#backOff(signal, 'Temporal does not answer');
    const client = await connectTemporal(this.config, away);
    const connection = await connectWorker(this.config, away);
    const relay = new Relay(
      this.outgoing.wakes,
      (wake) => client.withDeadline(Date.now() + SIGNAL_MS, () => wakeJourney(client, wake)),
      this.logger,
    );
    const { mails } = this.outgoing;
    const webhooks = makeWebhooks(this.config, this.dataSource);
    const outboxRelay = mails === undefined ? undefined : this.#outboxRelay(client, mails);
    const webhookRelay = this.#outboxRelay(client, webhooks);
    const sealer = new AuditSealer(createAudit(createAuditStore(this.dataSource)), this.logger);
    const privacy = makePrivacy(this.config, this.dataSource, client);
    const finisher = new ErasureFinisher(privacy.erasures, this.logger);
    const days = new DailyRounds(makeDailyRound(this.config, this.dataSource, privacy), this.logger);
    const fileRounds = new FileRounds(makeFiles(this.config, this.dataSource), this.logger);
    try {
      await untilItSucceeds(
        () => ensureSweepSchedule(client),
        this.#backOff(signal, 'the Schedule of the sweep could not be made'),
      );
      const worker = await createJourneyWorker({
        connection,
        namespace: this.config.TEMPORAL_NAMESPACE,
        masterKey: this.config.LOTSE_MASTER_KEY,
        bundle: await loadWorkflowBundle(),
        activities: {
          ...createJourneyActivities(this.journeys),
          ...createSweepActivities(this.journeys),
          ...createDeliveryActivities(postOffice(webhooks, mails)),
        },
        identity: this.#identity,
      });
      [this.#client, this.#worker] = [client, worker];
      this.#stuck = new StuckWatch(client, this.logger);
      const stop = (): void => worker.shutdown();
      signal.addEventListener('abort', stop);
      relay.start();
      outboxRelay?.start();
      webhookRelay.start();
      sealer.start();
      fileRounds.start();
      finisher.start();
      days.start();
      this.#stuck.start();
      if (signal.aborted) stop();
      this.logger.info({ identity: this.#identity }, 'worker polls');
      await worker.run();
    } finally {
      await Promise.all([
        relay.stop(),
        outboxRelay?.stop(),
        webhookRelay.stop(),
        sealer.stop(),
        fileRounds.stop(),
        finisher.stop(),
        days.stop(),
        this.#stuck?.stop(),
      ]);
      await connection.close();
      await client.connection.close();
    }
  }

  #outboxRelay(client: Client, { outbox, post }: Pick<Mails | WebhooksOut, 'outbox' | 'post'>): OutboxRelay {
    const deliver = (id: string): Promise<void> =>
      client.withDeadline(Date.now() + SIGNAL_MS, () => startDelivery(client, id));
    return new OutboxRelay(outbox, post, deliver, this.logger);
  }

  #backOff(signal: AbortSignal, what: string): BackOff {
    return { signal, onFailure: (error, waitMs) => this.logger.warn({ err: error, waitMs }, what) };
  }

  async #hasDatabase(): Promise<boolean> {
    await ping(this.dataSource);
    return true;
  }

  /** What the worker believes, and what the server has seen of it. */
  async #isPolling(): Promise<boolean> {
    if (this.#client === undefined || this.#worker?.getState() !== 'RUNNING') return false;
    const pollers = await pollersOf(this.#client);
    const own = pollers.filter(({ identity }) => identity === this.#identity);
    return own.some(({ lastPolledAt }) => Date.now() - lastPolledAt.getTime() < POLLED_WITHIN_MS);
  }
}
