import { journeyWorkflowId } from '@lotse/contracts';
import { connectTemporal, type Services } from '@lotse/platform';
import { TEST_MASTER_KEY } from '@lotse/testing';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

/** Names of machines and processes have no place in the repository. */
const withoutMachine = (key: string, value: unknown): unknown => (key === 'identity' ? 'recorded' : value);

/** What a release writes into its database but for what it needs for itself. */
const TABLES = `SELECT table_name AS name FROM information_schema.tables
  WHERE table_schema = 'public' AND table_name NOT IN ('api_token', 'migrations', 'wake') ORDER BY 1`;

/** Every row of a journey names it, or its person, whose id holds the journey's. */
const JOURNEY = /\bu\d+\b/;

/** Writes the rows of one journey for each stage, a line of JSON each, and the history of one running workflow for each stage. */
export async function recordRelease(
  { databaseUrl, temporalAddress = '', namespace }: Services,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  const client = await connectTemporal({
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    LOTSE_MASTER_KEY: TEST_MASTER_KEY,
  });
  const { rows } = await database.query<{ stage: string; id: string }>(
    `SELECT DISTINCT ON (stage) stage, id FROM journey WHERE status = 'open' ORDER BY stage, version DESC, id`,
  );
  const recorded = new Set(rows.map(({ id }) => id));
  const lines: string[] = [];
  for (const { name } of (await database.query<{ name: string }>(TABLES)).rows) {
    const found = await database.query<{ row: object }>(`SELECT to_jsonb(t) AS row FROM "${name}" t`);
    const texts = found.rows.map(({ row }) => JSON.stringify({ table: name, row }));
    lines.push(...texts.filter((text) => recorded.has(JOURNEY.exec(text)?.[0] ?? [...recorded][0] ?? '')));
  }
  await writeFile(join(folder, 'rows.jsonl'), `${lines.join('\n')}\n`);
  for (const { stage, id } of rows) {
    const history = await client.workflow.getHandle(journeyWorkflowId(id)).fetchHistory();
    const text = JSON.stringify(JSON.parse(historyToJSON(history)), withoutMachine, 1);
    await writeFile(join(folder, `${stage}.json`), `${text}\n`);
  }
  await database.end();
  await client.connection.close();
}
