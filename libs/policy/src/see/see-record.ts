import type { JsonObject, RecordType } from '@lotse/domain';
import { RECORD_TOPICS } from '../field-topics';
import { seesAll, type Sight } from '../sight';

/** A record's body as somebody may see it; undefined when none of it is theirs. Ids are seen with anything of the record. */
export function seeRecord(type: RecordType, body: JsonObject, sight: Sight): JsonObject | undefined {
  const { topic, fields = {} } = RECORD_TOPICS[type];
  const seen = Object.entries(body).filter(
    ([name]) => name !== 'id' && seesAll(sight, fields[name] ?? topic),
  );
  return seen.length === 0
    ? undefined
    : { ...(body.id === undefined ? {} : { id: body.id }), ...Object.fromEntries(seen) };
}
