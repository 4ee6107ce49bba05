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
  person: string;
  wrapped_key: Buffer | null;
}

/** All facts of a journey by version, each with the key that seals it. */
export const FACTS_OF_JOURNEY = `
  SELECT f.journey_id, f.version, f.seq, f.kind, f.command_id, f.happened_on::text AS happened_on, f.recorded_at,
    f.inserted_at, f.inserted_on::text AS inserted_on, f.actor_role, f.actor_organisation, f.submitted_by, f.template,
    f.rule_pack, f.pack_assumed, f.supersedes, f.struck, f.approved_by, f.data, f.secret, f.person, k.wrapped_key
  FROM fact f LEFT JOIN person_key k ON k.person = f.person
  WHERE f.journey_id = $1 ORDER BY f.version`;

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
  return {
    fact,
    person: row.person,
    ...(row.secret === null ? {} : { secret: row.secret }),
    ...(row.wrapped_key === null ? {} : { wrappedKey: row.wrapped_key }),
  };
}
