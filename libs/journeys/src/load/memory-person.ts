import type { KnownFact, TraitsFrom } from '@lotse/domain';
import type { WrittenJourney } from '../ports/bulk-store.port';
import type { CountedRows, FigureOwner, FigureTransaction, FigureWrite } from '../ports/figure-book.port';
import type { Found, JourneyWrite, LookUp, StoredFact } from '../ports/journey-store.port';
import type { SealedPerson } from '../ports/sealed-person';
import type { ListedChange, Projection } from '../ports/projection-store.port';

const NOTHING: Projection = { placements: [], contracts: [], clocks: [], tasks: [] };

const without = <Row>(rows: readonly Row[], gone: (row: Row) => boolean): Row[] =>
  rows.filter((row) => !gone(row));

/** The rows after a change of some. */
function changed(rows: Projection, { goneClocks, clocks, goneTasks, tasks }: ListedChange): Projection {
  const sameClock = (a: { code: string; dueOn: string }, b: { code: string; dueOn: string }): boolean =>
    a.code === b.code && a.dueOn === b.dueOn;
  return {
    ...rows,
    clocks: [
      ...without(rows.clocks, (row) => [...goneClocks, ...clocks].some((other) => sameClock(row, other))),
      ...clocks,
    ],
    tasks: [
      ...without(rows.tasks, ({ key }) => goneTasks.includes(key) || tasks.some((task) => task.key === key)),
      ...tasks,
    ],
  };
}

interface Kept {
  readonly writes: JourneyWrite[];
  listed: Projection;
}

/** One person with the journeys that are being written, as the database would hold them. */
export class MemoryPerson {
  readonly #journeys = new Map<string, Kept>();
  readonly #figures: FigureWrite[] = [];
  #kept: { readonly shape: string; readonly traits: readonly TraitsFrom[] } | undefined;

  /** @param records what the database holds beside journeys */
  constructor(
    private readonly owner: FigureOwner,
    private readonly records: (lookUp: LookUp) => Promise<Found>,
  ) {}

  async find(lookUp: LookUp): Promise<Found> {
    const last = this.#journeys.get(lookUp.journeyId)?.writes.at(-1);
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
    const others = [...this.#journeys].filter(([id]) => id !== lookUp.journeyId).map(([, kept]) => kept);
    const open = others.find(({ writes }) =>
      ['open', 'on-hold'].includes(writes.at(-1)?.after.status.code ?? ''),
    );
    const closed = others.findLast(({ writes }) => writes.at(-1)?.after.status.code === 'closed');
    const idOf = (kept: Kept | undefined): string | undefined => kept?.writes.at(-1)?.after.id;
    const [openJourney, previousJourney] = [idOf(open), idOf(closed)];
    const across = lookUp.spansPerson || lookUp.needsPerson;
    return {
      ...found,
      otherPlacements: others.flatMap(({ listed }) =>
        listed.placements
          .filter(({ binding, stayed }) => binding || stayed)
          .map(({ from, to, route, binding, hoursPerWeek }) => ({
            from,
            to,
            route,
            hoursPerWeek: binding ? hoursPerWeek : 0,
          })),
      ),
      ...(across && person !== undefined ? { person } : {}),
      ...(across && openJourney !== undefined ? { openJourney } : {}),
      ...(across && previousJourney !== undefined && lookUp.person !== undefined ? { previousJourney } : {}),
      ...(last === undefined
        ? {}
        : {
            journey: { snapshot: last.after, lastRecordedAt: last.lastRecordedAt, tasksHold: last.tasksHold },
          }),
    };
  }

  facts(journey: string): StoredFact[] {
    return (this.#journeys.get(journey)?.writes ?? []).flatMap(({ facts }) => facts);
  }

  counted(kinds: readonly string[]): CountedRows {
    const facts: KnownFact[] = [...this.#journeys.values()]
      .flatMap(({ writes }) => writes.flatMap((write) => write.facts.map(({ fact }) => fact)))
      .filter(({ kind }) => kinds.includes(kind));
    return { ...this.owner, facts, traits: [], ...this.#kept };
  }

  readonly figures = (sealed: () => Promise<SealedPerson | undefined>): FigureTransaction => ({
    counted: (_owner, kinds) => Promise.resolve(this.counted(kinds)),
    everCounted: (_owner, kinds) => Promise.resolve(this.counted(kinds)),
    sealedPerson: sealed,
    writeFigures: () => Promise.resolve(),
  });

  keep(write: JourneyWrite, figures: readonly FigureWrite[]): void {
    const kept = this.#journeys.get(write.after.id) ?? { writes: [], listed: NOTHING };
    kept.writes.push(write);
    kept.listed =
      write.projection ?? (write.listed === undefined ? kept.listed : changed(kept.listed, write.listed));
    this.#journeys.set(write.after.id, kept);
    this.#figures.push(...figures);
    this.#kept = figures.findLast((one) => one.kept !== undefined)?.kept ?? this.#kept;
  }

  /** Everything that was written, to be loaded. */
  written(): WrittenJourney[] {
    return [...this.#journeys.values()].map(({ writes, listed }, index) => ({
      writes,
      listed,
      figures: index === 0 ? this.#figures : [],
    }));
  }
}
