import type { KnownFact } from '@lotse/domain';
import type { WrittenCommand, WrittenJourney } from '../ports/bulk-store.port';
import type { FigureOwner, FigureWrite } from '../ports/figure-book.port';
import type { Found, LookUp, StoredFact } from '../ports/journey-store.port';
import type { KeyringPort } from '../ports/keyring.port';
import type { BusyTime } from '../ports/projection-store.port';
import type { Consulted } from '../submit/decide-on';
import { listedOf } from '../submit/projection-of';
import { contextAfter, sealedFacts, writeOf, youngestRecord, type Change } from '../submit/write-of';

interface Kept {
  readonly commands: WrittenCommand[];
  last: Change;
}

/** As they are asked of the person's other journeys. */
const busyTimes = ({ after, context }: Change): BusyTime[] =>
  listedOf(after, contextAfter(after, context))
    .placements.filter(({ binding, stayed }) => binding || stayed)
    .map(({ from, to, route, binding, hoursPerWeek }) => ({
      from,
      to,
      route,
      binding,
      hoursPerWeek: binding ? hoursPerWeek : 0,
    }));

/** One person with the journeys that are being written, as the database would hold them. */
export class MemoryPerson implements Consulted {
  readonly #journeys = new Map<string, Kept>();
  readonly templates = { get: () => Promise.resolve(undefined) };

  /** @param records what the database holds beside journeys */
  constructor(
    private readonly owner: FigureOwner,
    private readonly keyring: KeyringPort,
    private readonly records: (lookUp: LookUp) => Promise<Found>,
  ) {}

  async find(lookUp: LookUp): Promise<Found> {
    const last = this.#journeys.get(lookUp.journeyId)?.last;
    const state = last?.after;
    const named = {
      ...lookUp,
      programme: state?.programme ?? lookUp.programme ?? this.owner.programme,
      person: this.owner.person,
      organisations: [
        ...lookUp.organisations,
        ...(state === undefined
          ? []
          : [
              ...[...Object.values(state.placements), ...Object.values(state.contracts)].map(
                ({ company }) => company,
              ),
              state.university,
            ]),
      ],
      ...(lookUp.agreement === undefined && state !== undefined ? { agreement: state.agreement } : {}),
    };
    const { journey: _journey, command: _command, person, ...found } = await this.records(named);
    const others = [...this.#journeys.values()].map((kept) => kept.last).filter((one) => one !== last);
    const open = others.find(({ after }) => ['open', 'on-hold'].includes(after.status.code));
    const closed = others.findLast(({ after }) => after.status.code === 'closed');
    const across = lookUp.spansPerson || lookUp.needsPerson;
    return {
      ...found,
      otherPlacements: others.flatMap(busyTimes),
      ...(across && person !== undefined ? { person } : {}),
      ...(across && open !== undefined ? { openJourney: open.after.id } : {}),
      ...(across && closed !== undefined && lookUp.person !== undefined
        ? { previousJourney: closed.after.id }
        : {}),
      ...(last === undefined
        ? {}
        : { journey: { snapshot: last.after, lastRecordedAt: youngestRecord(last) } }),
    };
  }

  facts(journey: string): Promise<StoredFact[]> {
    const { commands = [] } = this.#journeys.get(journey) ?? {};
    return Promise.resolve(commands.flatMap(({ facts }) => facts));
  }

  signedReports(): Promise<[]> {
    return Promise.resolve([]);
  }

  keep(change: Change): void {
    const { commandId: id, bodyHash, batch, audit, after } = change;
    const facts = sealedFacts(change, this.keyring);
    const command = {
      id,
      bodyHash,
      version: after.version,
      facts,
      audit,
      ...(batch === undefined ? {} : { batch }),
    };
    const kept = this.#journeys.get(after.id);
    if (kept === undefined) this.#journeys.set(after.id, { commands: [command], last: change });
    else {
      kept.commands.push(command);
      kept.last = change;
    }
  }

  known(): KnownFact[] {
    return [...this.#journeys.values()].flatMap(({ commands }) =>
      commands.flatMap(({ facts }) => facts.map(({ fact }) => fact)),
    );
  }

  /** Everything to be written. Rows of a journey are those that its last command leaves: none is made before. */
  written(figures: readonly FigureWrite[]): WrittenJourney[] {
    return [...this.#journeys.values()].map(({ commands, last }, index) => ({
      commands,
      last: writeOf({ ...last, renew: true }, this.keyring),
      figures: index === 0 ? figures : [],
    }));
  }
}
