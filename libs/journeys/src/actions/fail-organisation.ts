import type { Day, JourneyState, JsonObject } from '@lotse/domain';
import { bulk, type BulkOptions, type BulkRow } from '../bulk/bulk';
import { derivedId } from '../bulk/derived-id';
import { viewJourney } from '../read/view-journey';
import type { Door } from '../submit/decide-on';
import { everyJourney } from './every-journey';

export interface Failure {
  /** The company that is insolvent, excluded or gone. */
  readonly organisation: string;
  readonly on: Day;
  readonly reason: string;
}

interface Step {
  readonly command: string;
  /** Id of the placement or contract. */
  readonly about: string;
  readonly by: JsonObject;
  readonly data: JsonObject;
}

const step = (command: string, about: string, by: JsonObject, data: JsonObject): Step => ({
  command,
  about,
  by,
  data,
});

/** What ends in one journey when a company fails. What both have signed and nobody has begun, a person has to settle. */
function stepsOf(state: JourneyState, { organisation, on, reason }: Failure): Step[] {
  const coordinator = { role: 'coordinator' };
  const placements = Object.values(state.placements)
    .filter(({ company, cancelledOn, ended }) => company === organisation && (cancelledOn ?? ended) === undefined)
    .map(({ id, startedOn }) =>
      startedOn === undefined
        ? step('cancel-placement', id, coordinator, { placement: id, reason })
        : step('end-placement', id, coordinator, { placement: id, how: 'early', lastDay: on, reason }),
    );
  const contracts = Object.values(state.contracts)
    .filter(
      ({ company, signatures, declinedOn, retractedOn, withdrawnOn }) =>
        company === organisation &&
        (declinedOn ?? retractedOn ?? withdrawnOn) === undefined &&
        !(signatures.company !== undefined && signatures.candidate !== undefined),
    )
    .map(({ id }) => step('retract-contract', id, { role: 'company', organisation }, { contract: id, reason }));
  const employments = state.employments
    .filter(({ company, ended }) => company === organisation && ended === undefined)
    .map(({ contract }) =>
      step('end-employment', contract, coordinator, {
        contract,
        how: 'insolvency',
        by: 'company',
        reason,
        lastDay: on,
      }),
    );
  return [...placements, ...contracts, ...employments];
}

/**
 * One action over every open journey with a company that has failed: places not begun are cancelled, running ones end early,
 * contracts that are not signed by both are retracted, employments end. Each is a real command through the one door; new matches
 * and notices to authorities follow from the clocks. Undone by `undo` with the same batch.
 */
export async function* failOrganisation(
  door: Door,
  failure: Failure,
  options: BulkOptions,
): AsyncGenerator<BulkRow> {
  yield* bulk(door, commandsOf(door, failure, options.batch), options);
}

async function* commandsOf(door: Door, failure: Failure, batch: string): AsyncGenerator<JsonObject> {
  for await (const { id: journey, status } of everyJourney(door.journeys, { company: failure.organisation })) {
    if (status !== 'open' && status !== 'on-hold') continue;
    const viewed = await viewJourney(door, journey, door.clock.now());
    if (viewed === undefined) continue;
    for (const { about, ...command } of stepsOf(viewed.state, failure)) {
      const id = derivedId(door.keyring, batch, journey, command.command, about);
      yield { id, journey, happenedOn: failure.on, ...command };
    }
  }
}
