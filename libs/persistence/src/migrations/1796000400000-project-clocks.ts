import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is due, as rows that people can list: derived from the facts, written in the command's own statement, never the truth.
 * And the route of a placement, whose months are counted over all stays of a person (§ 15 no. 6 BeschV).
 */
export class ProjectClocks1796000400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE placement ADD COLUMN route text NOT NULL DEFAULT ''`);
    await db.query(`UPDATE placement SET route = coalesce(j.snapshot #>> ARRAY['placements', placement.id, 'route'], '')
      FROM journey j WHERE j.id = placement.journey_id`);
    await db.query(`ALTER TABLE placement ALTER COLUMN route DROP DEFAULT`);
    await db.query(`ALTER TABLE placement ADD COLUMN stayed boolean NOT NULL DEFAULT false`);
    await db.query(`UPDATE placement SET stayed = true, to_day = (p.value #>> '{ended,lastDay}')::date
      FROM journey j, jsonb_each(j.snapshot -> 'placements') p
      WHERE j.id = placement.journey_id AND p.key = placement.id AND j.status <> 'void'
        AND p.value ? 'ended' AND p.value ? 'startedOn'`);
    await db.query(`ALTER TABLE placement ALTER COLUMN stayed DROP DEFAULT`);
    await db.query('DROP INDEX ix_placement_person');
    await db.query('CREATE INDEX ix_placement_person ON placement (person) WHERE binding OR stayed');
    await db.query(`CREATE TABLE journey_clock (
      journey_id text NOT NULL, code text NOT NULL, due_on date NOT NULL, due_at timestamptz NOT NULL,
      original_due_on date, effect text NOT NULL, who text NOT NULL, also text[] NOT NULL,
      kind text NOT NULL, source text NOT NULL, unverified boolean NOT NULL, as_a_rule boolean NOT NULL,
      overdue boolean NOT NULL, stopped boolean NOT NULL,
      CONSTRAINT pk_journey_clock PRIMARY KEY (journey_id, code, due_on))`);
    await db.query(`CREATE INDEX ix_journey_clock_due ON journey_clock (due_on, journey_id)`);
    await db.query(`CREATE TABLE journey_task (
      journey_id text NOT NULL, key text NOT NULL, kind text NOT NULL, who text NOT NULL, also text[] NOT NULL,
      text text NOT NULL, blocks text, due_on date,
      CONSTRAINT pk_journey_task PRIMARY KEY (journey_id, key))`);
    await db.query(`CREATE INDEX ix_journey_task_due ON journey_task (due_on, journey_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE journey_task, journey_clock');
    await db.query('DROP INDEX ix_placement_person');
    await db.query('CREATE INDEX ix_placement_person ON placement (person) WHERE binding');
    await db.query('ALTER TABLE placement DROP COLUMN stayed, DROP COLUMN route');
  }
}
