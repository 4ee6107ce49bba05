import { dayInBerlin, isJsonObject, type JourneyState, type JsonObject } from '@lotse/domain';
import type { InboxSight, Reach } from '@lotse/policy';
import type { ClockPort } from '../ports/clock.port';
import type { CohortStore, CohortTask, DirectoryQuery, DirectoryRow } from '../ports/cohort-store.port';
import type { SealedPerson } from '../ports/sealed-person';
import type { KeyringPort } from '../ports/keyring.port';
import { personPlace } from '../secrets/person-place';

export interface OverviewFilter {
  readonly reach?: Reach;
  readonly sight: InboxSight;
  readonly programme?: string;
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** A journey among many: its state, the person's record as far as there is a key, and what is to be done. */
export interface OverviewRow {
  readonly state: JourneyState;
  readonly person: JsonObject | undefined;
  readonly tasks: readonly CohortTask[];
}

/** A list with one page of rows, by journey. */
export interface OverviewPage {
  readonly rows: readonly OverviewRow[];
  readonly next?: string;
}

/** Many journeys at a glance, for board, matrix and tables. Whoever shows them cuts them to the asker first. */
export interface Overview {
  page(filter: OverviewFilter): Promise<OverviewPage>;
  /** Names of programmes and organisations in the asker's scope, and agreements with the organisations that they act for. */
  directory(query: DirectoryQuery): Promise<DirectoryRow[]>;
}

interface OverviewParts {
  readonly store: CohortStore;
  readonly keyring: KeyringPort;
  readonly clock: ClockPort;
}

export function createOverview({ store, keyring, clock }: OverviewParts): Overview {
  /** Undefined where there is no record, or its key was destroyed. */
  function opened(person: SealedPerson | undefined): JsonObject | undefined {
    if (person?.wrappedKey === undefined) return undefined;
    const { id, version, secret, wrappedKey } = person;
    const body = keyring.open(wrappedKey, id, personPlace(id, version), secret);
    return isJsonObject(body) ? body : undefined;
  }
  return {
    async page(filter) {
      const today = dayInBerlin(clock.now());
      const found = await store.page({ ...filter, today, limit: filter.limit + 1 });
      const rows = found
        .slice(0, filter.limit)
        .map(({ person, ...row }) => ({ ...row, person: opened(person) }));
      const last = rows.at(-1)?.state.id;
      return found.length > rows.length && last !== undefined ? { rows, next: last } : { rows };
    },
    directory: (query) => store.directory(query),
  };
}
