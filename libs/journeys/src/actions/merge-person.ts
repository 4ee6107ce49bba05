import { dayInBerlin, type JsonObject } from '@lotse/domain';
import { bulk, type BulkOptions, type BulkRow } from '../bulk/bulk';
import { derivedId } from '../bulk/derived-id';
import type { Door } from '../submit/decide-on';
import { everyJourney } from './every-journey';
import { mustBeRecorded } from './known-record';

export interface Merge {
  /** The record that was one too many. */
  readonly from: string;
  /** The record of the same person that stays. */
  readonly into: string;
  readonly reason: string;
  /** The second person. */
  readonly approvedBy: string;
}

/**
 * Gives every journey of one record of a person to the other one. From when that is known, figures count the person once, and rules
 * across journeys see all of them. Facts keep the name and the key under which they were written. Two open journeys in one
 * programme cannot be one person's: such a journey is refused and stays.
 * @throws UnknownRecordError
 */
export async function* mergePerson(door: Door, merge: Merge, options: BulkOptions): AsyncGenerator<BulkRow> {
  for (const record of [merge.from, merge.into]) await mustBeRecorded(door.journeys, 'person', record);
  yield* bulk(door, commandsOf(door, merge, options.batch), options);
}

async function* commandsOf(
  door: Door,
  { from, into, reason, approvedBy }: Merge,
  batch: string,
): AsyncGenerator<JsonObject> {
  // All of them before the first: a journey that has moved to the other record is on this one's list no more.
  const journeys: string[] = [];
  for await (const { id, status } of everyJourney(door.journeys, { person: from }))
    if (status !== 'void') journeys.push(id);
  const happenedOn = dayInBerlin(door.clock.now());
  for (const journey of journeys)
    yield {
      id: derivedId(door.keyring, batch, journey, 'merge'),
      journey,
      command: 'merge-person',
      happenedOn,
      by: { role: 'administrator' },
      data: { into, reason, approvedBy },
    };
}
