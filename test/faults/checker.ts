import type { Journeys } from '@lotse/journeys';
import type { Client } from '@temporalio/client';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { compare } from '../../apps/cli/src/verify/compare';
import type { Acknowledged } from './ledger';

/** What has to hold whenever nobody strikes any more; each number is 0, each list empty. */
export interface Findings {
  /** Acknowledged and not recorded, or not as it was acknowledged. */
  readonly lost: readonly string[];
  /** Recorded more than once, or recorded though nobody gave it. */
  readonly doubled: readonly string[];
  /** Journeys whose rows are not what their facts give, with the parts that differ. */
  readonly deviating: readonly string[];
  /** Journeys whose workflow is missing, left over or has not read the present version. */
  readonly apart: readonly string[];
  /** Wakes that did not reach their workflow, and mails that wait to be passed on. */
  readonly waiting: number;
}

export interface CheckerParts {
  readonly dataSource: DataSource;
  readonly journeys: Pick<Journeys, 'verifyProjections' | 'listJourneys'>;
  readonly client: Client;
  readonly ledger: readonly Acknowledged[];
  /** How long workflows may take to catch up, in milliseconds. */
  readonly patienceMs: number;
}

/** Waits until the workflows have caught up, then compares ledger, facts, rows and workflows. */
export async function check(parts: CheckerParts): Promise<Findings> {
  const { apart, waiting } = await settle(parts);
  const [{ lost, doubled }, deviating] = await Promise.all([judgeLedger(parts), deviations(parts)]);
  return { lost, doubled, deviating, apart, waiting };
}

/** One sentence for each thing found. */
export const complaintsOf = ({ lost, doubled, deviating, apart, waiting }: Findings): string[] => [
  ...lost.map((what) => `lost: ${what}`),
  ...doubled.map((what) => `doubled: ${what}`),
  ...deviating.map((what) => `rows differ from facts: ${what}`),
  ...apart.map((what) => `workflow apart: ${what}`),
  ...(waiting === 0 ? [] : [`${waiting} wakes or mails are still waiting`]),
];

interface Recorded {
  readonly command: string;
  readonly journey: string;
  readonly version: number;
  readonly facts: number;
}

/** Every command with its facts, outer-joined so that neither a command without facts nor facts without a command hide. */
const RECORDED = `
  SELECT coalesce(c.id, f.command_id) AS command, coalesce(c.journey_id, f.journey_id) AS journey,
         coalesce(c.version, 0) AS version, coalesce(f.facts, 0)::int AS facts
  FROM command c
  FULL JOIN (SELECT command_id, journey_id, count(*) AS facts FROM fact GROUP BY 1, 2) f
    ON f.command_id = c.id AND f.journey_id = c.journey_id`;

/** Versions without a gap and without a twin, and no clock that fired twice. */
const UNEVEN = `
  SELECT f.journey_id AS journey FROM fact f JOIN journey j ON j.id = f.journey_id
  GROUP BY f.journey_id, j.version HAVING count(*) <> j.version OR max(f.version) <> j.version
  UNION SELECT journey_id FROM fact WHERE kind = 'clock-fired'
  GROUP BY journey_id, data->>'clock', data->>'dueOn' HAVING count(*) > 1`;

/** Lotse's own commands are in no ledger; their ids tell what they are. */
const isOwn = (command: string): boolean => command.startsWith('clock.');

/** Every command of these journeys is one fact, as `test/domain` shows. */
export async function judgeLedger({
  dataSource,
  ledger,
}: Pick<CheckerParts, 'dataSource' | 'ledger'>): Promise<Pick<Findings, 'lost' | 'doubled'>> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const rows = await dataSource.query<Recorded[]>(RECORDED);
  const recorded = new Map(rows.map((row) => [row.command, row]));
  const given = new Map<string, Acknowledged>();
  for (const entry of ledger) {
    const row = recorded.get(entry.id);
    if (given.has(entry.id)) doubled.push(`${entry.id} was acknowledged twice as new`);
    given.set(entry.id, entry);
    if (
      row === undefined ||
      row.facts === 0 ||
      row.version !== entry.version ||
      row.journey !== entry.journey
    )
      lost.push(`${entry.id} of ${entry.journey}, version ${entry.version}`);
  }
  for (const { command, journey, facts } of rows) {
    if (facts > 1) doubled.push(`${command} of ${journey} has ${facts} facts`);
    else if (!given.has(command) && !isOwn(command)) doubled.push(`${command} of ${journey}: nobody gave it`);
  }
  const uneven = await dataSource.query<{ journey: string }[]>(UNEVEN);
  doubled.push(
    ...uneven.map(({ journey }) => `${journey}: facts and version do not match, or a clock fired twice`),
  );
  return { lost, doubled };
}

export async function deviations({ journeys }: Pick<CheckerParts, 'journeys'>): Promise<string[]> {
  const found: string[] = [];
  for await (const { journey, parts } of journeys.verifyProjections())
    found.push(`${journey} (${parts.join(', ')})`);
  return found;
}

const WAITING = `
  SELECT (SELECT count(*) FROM wake) +
         (SELECT count(*) FROM outbox WHERE delivered_at IS NULL AND died_at IS NULL) AS n`;

async function settle({
  dataSource,
  journeys,
  client,
  patienceMs,
}: CheckerParts): Promise<Pick<Findings, 'apart' | 'waiting'>> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const [row] = await dataSource.query<{ n: string }[]>(WAITING);
    const waiting = Number(row?.n ?? 0);
    const { faults } = await compare(journeys, client);
    const apart = faults.map(({ code, message }) => `${code}: ${message}`);
    if ((waiting === 0 && apart.length === 0) || performance.now() > end) return { apart, waiting };
    await sleep(250);
  }
}
