import type { Actor, Fact, JsonObject } from '@lotse/domain';
import type { StoredFact } from '@lotse/journeys';

/** A row of `fact` as the store reads it: days as text, since a `date` has no zone. */
export interface FactRow {
  journey_id: string;
  version: number;
  seq: number;
  kind: string;
  command_id: string;
  happened_on: string;
  recorded_at: Date;
  inserted_at: Date;
  inserted_on: string;
  actor_role: Actor['role'];
  actor_organisation: string | null;
  submitted_by: string;
  template: string;
  rule_pack: string | null;
  pack_assumed: boolean;
  supersedes: number | null;
  struck: boolean;
  approved_by: string | null;
  data: JsonObject;
  secret: Buffer | null;
}

/** All facts of a journey by version. */
export const FACTS_OF_JOURNEY = `
  SELECT journey_id, version, seq, kind, command_id, happened_on::text AS happened_on, recorded_at,
    inserted_at, inserted_on::text AS inserted_on, actor_role, actor_organisation, submitted_by, template, rule_pack,
    pack_assumed, supersedes, struck, approved_by, data, secret
  FROM fact WHERE journey_id = $1 ORDER BY version`;

export function toStoredFact(row: FactRow): StoredFact {
  const fact: Fact = {
    journey: row.journey_id,
    version: row.version,
    seq: row.seq,
    kind: row.kind,
    commandId: row.command_id,
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at.toISOString(),
    insertedAt: row.inserted_at.toISOString(),
    insertedOn: row.inserted_on,
    by:
      row.actor_organisation === null
        ? { role: row.actor_role }
        : { role: row.actor_role, organisation: row.actor_organisation },
    submittedBy: row.submitted_by,
    template: row.template,
    data: row.data,
    ...(row.rule_pack === null ? {} : { rulePack: row.rule_pack }),
    ...(row.pack_assumed ? { packAssumed: true } : {}),
    ...(row.supersedes === null
      ? {}
      : {
          correction: {
            supersedes: row.supersedes,
            struck: row.struck,
            ...(row.approved_by === null ? {} : { approvedBy: row.approved_by }),
          },
        }),
  };
  return row.secret === null ? { fact } : { fact, secret: row.secret };
}
