import type { RowScope } from '@lotse/policy';
import type { DataSource } from 'typeorm';

/** Every row of a tenant carries its number in every id: `t3`, `u3`, `c3`, `p3-1`, `j3-1`. */
export const TENANTS = 10;
const JOURNEYS_EACH = 3;

const scope = (lists: Partial<Omit<Extract<RowScope, { all: false }>, 'all'>>): RowScope => ({
  all: false,
  account: 'account',
  programmes: [],
  organisations: [],
  persons: [],
  references: [],
  journeys: [],
  ...lists,
});

/** The kinds of scope that somebody of one tenant has. */
export const SCOPES: Readonly<Record<string, (tenant: number) => RowScope>> = {
  coordinator: (n) => scope({ account: `a${n}`, programmes: [`t${n}`] }),
  university: (n) => scope({ account: `a${n}`, organisations: [`u${n}`] }),
  company: (n) => scope({ account: `a${n}`, organisations: [`c${n}`] }),
  candidate: (n) => scope({ account: `a${n}`, persons: [`p${n}-1`, `p${n}-2`, `p${n}-3`] }),
  mentor: (n) => scope({ account: `a${n}`, references: [`m${n}`] }),
  link: (n) => scope({ account: `a${n}`, journeys: [`j${n}-1`, `j${n}-2`, `j${n}-3`] }),
};

const EACH = `FROM generate_series(1, ${TENANTS}) t, generate_series(1, ${JOURNEYS_EACH}) n`;
const J = `'j' || t || '-' || n`;
const P = `'p' || t || '-' || n`;

/** What lies in each table: a row for each journey or for each tenant. */
const ROWS: readonly string[] = [
  `INSERT INTO journey (id, programme, person, template, stage, phase, status, version, youngest_on, last_recorded_at,
     companies, university, assigned, snapshot)
   SELECT ${J}, 't' || t, ${P}, 'de-uni-internship-hire@1', 'NOM', 'universitySelection', 'open', 1, '2026-01-05', now(),
     ARRAY['c' || t], 'u' || t, ARRAY['m' || t], '{}' ${EACH}`,
  `INSERT INTO fact (journey_id, version, seq, programme, person, kind, command_id, happened_on, recorded_at, inserted_at,
     inserted_on, actor_role, submitted_by, template, data)
   SELECT ${J}, 1, 1, 't' || t, ${P}, 'nominate', 'cmd' || t || '-' || n, '2026-01-05', now(), now(), '2026-01-05', 'university', 'a' || t, 't@1',
     jsonb_build_object('canary', ${P}) ${EACH}`,
  `INSERT INTO command (id, journey_id, body_hash, version, batch) SELECT 'cmd' || t || '-' || n, ${J}, 'hash', 1, 'b' ${EACH}`,
  `INSERT INTO placement SELECT 'pl' || t || '-' || n, ${J}, ${P}, '2026-02-01', '2026-05-01', 20, true, '16e', false ${EACH}`,
  `INSERT INTO contract SELECT 'co' || t || '-' || n, ${J} ${EACH}`,
  `INSERT INTO journey_clock SELECT ${J}, 'NOM.P21D', '2026-01-26', now(), NULL, 'remind', 'coordinator', '{}', 'P', 's', false, false, false, false ${EACH}`,
  `INSERT INTO journey_task SELECT ${J}, 'task', 'guard', 'coordinator', '{}', ${P}, 'SEL', '2026-01-20' ${EACH}`,
  `INSERT INTO wake (journey_id, version) SELECT ${J}, 1 ${EACH}`,
  `INSERT INTO driver SELECT ${J}, 1, NULL, now() ${EACH}`,
  `INSERT INTO snooze SELECT ${J}, 'task', 1, '2026-02-01', 'a' || t, now() ${EACH}`,
  `INSERT INTO handover SELECT ${J}, 'task', 1, 'b' || t, 'absence', 'a' || t, now() ${EACH}`,
  `INSERT INTO task_reminder SELECT ${J}, 'task', '2026-01-26', 'candidate', 'a' || t, now() ${EACH}`,
  `INSERT INTO reminder SELECT 'cp' || t, ${J}, 'clock', '2026-01-26', 'remind', 't' || t, now(), NULL ${EACH}`,
  `INSERT INTO person_key SELECT ${P}, '\\x00', now() ${EACH}`,
  `INSERT INTO record SELECT 'person', ${P}, 1, now(), now(), NULL, NULL, '{}', NULL, ${P} ${EACH}`,
  `INSERT INTO record SELECT 'programme', 't' || t, 1, now(), now(), 't' || t, NULL, jsonb_build_object('name', 't' || t), NULL, 'h' || t FROM generate_series(1, ${TENANTS}) t`,
  `INSERT INTO record SELECT 'organisation', k || t, 1, now(), now(), NULL, NULL, jsonb_build_object('name', k || t), NULL, 'h' || k || t
   FROM generate_series(1, ${TENANTS}) t, unnest(ARRAY['u', 'c']) k`,
  `INSERT INTO record SELECT 'agreement', 'ag' || t, 1, now(), now(), 't' || t, 'u' || t, '{"from":"2020-01-01","to":"2030-01-01"}', NULL, 'hag' || t
   FROM generate_series(1, ${TENANTS}) t`,
  `INSERT INTO contact_point (id, programme, role, organisation, person, language, wrapped_key, address, created_at)
   SELECT 'cp' || t, 't' || t, 'company', 'c' || t, NULL, 'de', '\\x00', '\\x00', now() FROM generate_series(1, ${TENANTS}) t`,
  `INSERT INTO outbox (id, kind, contact_point, programme, role, organisation, language, day, data, created_at, attempts)
   SELECT 'mail.cp' || t, 'mail', 'cp' || t, 't' || t, 'company', 'c' || t, 'de', '2026-01-26', '{}', now(), 0 FROM generate_series(1, ${TENANTS}) t`,
  `INSERT INTO deputy SELECT 'a' || t, 1, 'd' || t, '2026-01-01', '2026-02-01', NULL, 'a' || t, now() FROM generate_series(1, ${TENANTS}) t`,
  `INSERT INTO template (id, status, body, submitted_by, recorded_at) SELECT 'draft' || t || '@1', 'draft', '{}', 'a' || t, now() FROM generate_series(1, ${TENANTS}) t`,
  `INSERT INTO api_token SELECT 'a' || t, 'hash' || t, now() FROM generate_series(1, ${TENANTS}) t`,
];

export const TABLES = [...new Set(ROWS.map((sql) => /INTO (\w+)/.exec(sql)?.[1] ?? ''))];

/** Ten tenants with the same rows. @param owner the owner's connections */
export async function seedTenants(owner: DataSource): Promise<void> {
  for (const sql of ROWS) await owner.query(sql);
}

/** Tenants that a text of rows tells of: the numbers in its ids. */
export function tenantsIn(rows: unknown): number[] {
  const ids = JSON.stringify(rows).matchAll(
    /"(?:a|ag|c|co|cp|cmd|d|draft|hash|h|hu|hc|hag|j|m|mail\.cp|p|pl|t|u)(\d+)(?:-\d+|@1)?"/g,
  );
  return [...new Set([...ids].map(([, number]) => Number(number)))];
}
