import { Client } from 'pg';
import { closedLoop, type Load } from './closed-loop';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS limit_state (id int PRIMARY KEY, version int NOT NULL, stage text NOT NULL);
  CREATE TABLE IF NOT EXISTS limit_event (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, state_id int NOT NULL, body jsonb NOT NULL);
  INSERT INTO limit_state SELECT n, 0, 'NOM' FROM generate_series(0, 255) n ON CONFLICT DO NOTHING`;
const TRANSITION = {
  name: 'transition',
  text: `WITH moved AS (UPDATE limit_state SET version = version + 1, stage = $2 WHERE id = $1 RETURNING id)
    INSERT INTO limit_event (state_id, body) SELECT id, $3::jsonb FROM moved`,
};
const BODY = JSON.stringify({ command: 'advance', by: { role: 'coordinator' }, data: { to: 'SEL' } });

/**
 * What this database and disk can do at most: the barest transition as one prepared statement and one commit, without HTTP,
 * without deciding anything. Each client has its own connection and row.
 */
export async function measureLimit(databaseUrl: string, clients: number, seconds: number): Promise<Load> {
  const connections = Array.from({ length: clients }, () => new Client({ connectionString: databaseUrl }));
  try {
    await Promise.all(connections.map((connection) => connection.connect()));
    await connections[0]?.query(SCHEMA);
    return await closedLoop(clients, seconds, (client) => async () => {
      await connections[client]?.query({ ...TRANSITION, values: [client, 'SEL', BODY] });
    });
  } finally {
    await Promise.all(connections.map((connection) => connection.end()));
  }
}
