import { createJourneys, type Journeys } from '@lotse/journeys';
import { createDataSource, createOwnerDataSource, createStores } from '@lotse/persistence';
import { createKeyring, parseMasterKey, restartStuckJourney } from '@lotse/platform';
import { EVERYTHING } from '@lotse/policy';
import type { Client } from '@temporalio/client';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { ApiClient } from './api-client';
import { check, complaintsOf } from './checker';
import { Driver } from './driver';
import { strike, type Battlefield } from './faults';
import { Installation } from './installation';
import { Ledger, readLedger } from './ledger';
import { faultsTemplate, RECORDS } from './people';
import { Poison } from './poison';
import { Random } from './random';
import { scheduleOf, type FaultKind, type ScheduledFault } from './schedule';
import type { Settings } from './settings';
import { Tally } from './tally';

/** Everything has to be back by then. */
const RECOVERED_WITHIN_MS = 120_000;
/** How long workflows may take to catch up when nothing strikes any more. */
const SETTLED_WITHIN_MS = 90_000;
const LOOK_EVERY_MS = 50;

/** What a run showed. */
export interface Outcome {
  readonly settings: Settings;
  readonly tally: Tally;
  readonly journeys: number;
  /** Journeys that came to their end after the faults. */
  readonly finished: number;
  /** Milliseconds from the end of each blow until all was ready and a new command was acknowledged, by kind. */
  readonly recoveries: ReadonlyMap<FaultKind, readonly number[]>;
  readonly foundAfterMs: readonly number[];
  readonly harmlessSignals: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unplanned: readonly string[];
  readonly ledger: string;
}

interface Site {
  readonly installation: Installation;
  /** The application's connections. */
  readonly application: DataSource;
  /** The owner's, to look at what lies in the tables. */
  readonly dataSource: DataSource;
  readonly journeys: Journeys;
  readonly client: Client;
  readonly stranger: Client;
}

/** Strikes by the schedule while people work, checks, lets every journey come to its end, and checks again. */
export async function runFaults(
  settings: Settings,
  home: string,
  tell: (what: string) => void,
): Promise<Outcome> {
  const random = new Random(settings.seed).branch();
  const tally = new Tally();
  const ledger = new Ledger(join(home, 'ledger.jsonl'));
  const site = await open(home, tell);
  try {
    const { installation } = site;
    const api = new ApiClient(installation.urlOf('api'), installation.token);
    const records = await api.record(RECORDS);
    if (records.kind !== 'accepted')
      throw new Error(`The records were not taken: ${JSON.stringify(records)}`);
    const driver = new Driver({ api, ledger, tally, random, thinkMs: 1_000 });
    const poison = new Poison(site.client, site.stranger, tally, (journey, runId) =>
      mend(site, journey, runId),
    );
    const field = { installation, poison, underWay: () => driver.underWay() };
    const working = driver.work(settings.size);
    const recoveries = await Promise.race([
      battle(field, scheduleOf(settings), tally, tell),
      working.then(() => new Map<FaultKind, number[]>()),
    ]);
    tell('The faults stop');
    await poison.done();
    driver.rest();
    await working;
    const checked = async (when: string): Promise<{ lost: number; doubled: number }> => {
      const entries = readLedger(ledger.path);
      const found = await check({ ...site, ledger: entries, patienceMs: SETTLED_WITHIN_MS });
      tally.violations.push(...complaintsOf(found).map((complaint) => `${when}: ${complaint}`));
      return { lost: found.lost.length, doubled: found.doubled.length };
    };
    tell(`Checking ${tally.acknowledged} acknowledged commands`);
    const first = await checked('after the faults');
    tell('Every journey to its end');
    await driver.finish();
    const last = await checked('at the end');
    const finished = await finishedOf(site);
    const journeys = driver.begun().length;
    if (finished !== journeys)
      tally.violations.push(`${journeys - finished} journeys did not come to their end`);
    return {
      settings,
      tally,
      journeys,
      finished,
      recoveries,
      foundAfterMs: poison.foundAfterMs,
      harmlessSignals: poison.harmless,
      lost: Math.max(first.lost, last.lost),
      doubled: Math.max(first.doubled, last.doubled),
      unplanned: installation.unplanned,
      ledger: ledger.path,
    };
  } finally {
    ledger.close();
    await close(site);
  }
}

async function open(home: string, tell: (what: string) => void): Promise<Site> {
  const installation = await Installation.start(home, tell);
  const { databaseUrl } = installation.services;
  const dataSource = await createOwnerDataSource(databaseUrl).initialize();
  const application = await createDataSource(databaseUrl, { scope: EVERYTHING }).initialize();
  const journeys = createJourneys({
    stores: createStores(application),
    keyring: createKeyring(installation.masterKey),
    clock: { now: () => new Date() },
  });
  const sender = { submittedBy: 'administrator' };
  const template = faultsTemplate();
  const drafted = await journeys.draftTemplate(template, sender);
  const published = await journeys.publishTemplate(String(template.id), sender);
  if (published.result !== 'accepted')
    throw new Error(`The template was not taken: ${JSON.stringify([drafted, published])}`);
  const [client, stranger] = await Promise.all([
    installation.client(),
    installation.client(parseMasterKey(randomBytes(32).toString('base64'))),
  ]);
  return { installation, application, dataSource, journeys, client, stranger };
}

async function close({ installation, application, dataSource, client, stranger }: Site): Promise<void> {
  await Promise.all([
    client.connection.close(),
    stranger.connection.close(),
    application.destroy(),
    dataSource.destroy(),
  ]);
  await installation.close();
}

async function battle(
  field: Battlefield,
  schedule: readonly ScheduledFault[],
  tally: Tally,
  tell: (what: string) => void,
): Promise<ReadonlyMap<FaultKind, readonly number[]>> {
  const recoveries = new Map<FaultKind, number[]>();
  for (const [index, fault] of schedule.entries()) {
    await sleep(fault.afterMs);
    await strike(field, fault);
    const ms = await recovered(field.installation, tally);
    recoveries.set(fault.kind, [...(recoveries.get(fault.kind) ?? []), ms]);
    tell(
      `${index + 1}/${schedule.length} ${fault.kind}: recovered in ${(ms / 1_000).toFixed(1)} s, ${tally.acknowledged} acknowledged`,
    );
  }
  return recoveries;
}

/** Milliseconds until all is ready and somebody was acknowledged anew. */
async function recovered(installation: Installation, tally: Tally): Promise<number> {
  const begun = performance.now();
  const before = tally.acknowledged;
  while (performance.now() - begun < RECOVERED_WITHIN_MS) {
    if (tally.acknowledged > before && (await installation.isHealthy())) return performance.now() - begun;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`Not recovered within ${RECOVERED_WITHIN_MS / 1_000} s`);
}

/** As the runbook has it: a new run, which reads everything from the database. */
async function mend({ dataSource, client }: Site, journeyId: string, runId: string): Promise<void> {
  const [row] = await dataSource.query<{ version: number; phase: string }[]>(
    'SELECT version, phase FROM journey WHERE id = $1',
    [journeyId],
  );
  if (row !== undefined) await restartStuckJourney(client, { runId }, { journeyId, ...row });
}

async function finishedOf({ dataSource }: Site): Promise<number> {
  const [row] = await dataSource.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM journey WHERE stage = 'DONE'`,
  );
  return row?.n ?? 0;
}
