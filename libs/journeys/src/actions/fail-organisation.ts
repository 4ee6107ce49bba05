import { failureSteps, textOf, type Day, type JsonObject } from '@lotse/domain';
import { bulk, type BulkOptions, type BulkRow } from '../bulk/bulk';
import { derivedId } from '../bulk/derived-id';
import { viewJourney } from '../read/view-journey';
import type { Door } from '../submit/decide-on';
import { everyJourney, within } from './every-journey';
import { mustBeRecorded, UnknownRecordError } from './known-record';

export interface Failure {
  /** The company that is insolvent, excluded or gone. */
  readonly organisation: string;
  readonly on: Day;
  readonly reason: string;
}

/**
 * One action over every open journey with a company that has failed: what ends, the domain's `failureSteps` say. Each is a real
 * command through the one door; new matches and notices to authorities follow from them. Undone by `undo` with the same batch. To a
 * sender with a part of the journeys, a company that none of them names is one that nobody has recorded.
 * @throws UnknownRecordError
 */
export async function* failOrganisation(
  door: Door,
  failure: Failure,
  options: BulkOptions,
): AsyncGenerator<BulkRow> {
  const { organisation } = failure;
  await mustBeRecorded(door.journeys, 'organisation', organisation);
  const { reach } = within(options.sender, 'organisation.fail');
  if (reach !== undefined) {
    const named = await door.journeys.list({ involves: organisation, reach, limit: 1 });
    if (named.length === 0) throw new UnknownRecordError('organisation', organisation);
  }
  yield* bulk(door, commandsOf(door, failure, options), options);
}

async function* commandsOf(
  door: Door,
  { organisation, on, reason }: Failure,
  { batch, sender }: BulkOptions,
): AsyncGenerator<JsonObject> {
  for await (const { id: journey } of everyJourney(door.journeys, {
    involves: organisation,
    ...within(sender, 'organisation.fail'),
  })) {
    const viewed = await viewJourney(door, journey, door.clock.now());
    if (viewed === undefined) continue;
    for (const { command, by, data } of failureSteps(viewed.state, organisation, on, reason)) {
      // By what it is about, not by its place: what was done in a first try is not asked for in a second.
      const about = textOf(data.placement) || textOf(data.contract);
      const id = derivedId(door.keyring, batch, journey, command, about);
      yield { id, journey, happenedOn: on, command, by: { ...by }, data };
    }
  }
}
