import { isBinding, stageOf, type Fact, type JourneyState, type Template } from '@lotse/domain';
import type { JourneyWrite, PlacementRow } from '../ports/journey-store.port';
import type { KeyringPort } from '../ports/keyring.port';
import { sealFact, type PersonKey } from '../secrets/sealed-fact';

function placementRows(state: JourneyState): Map<string, PlacementRow> {
  const holds = state.status.code !== 'void';
  const rows = Object.values(state.placements).map((placement): [string, PlacementRow] => [
    placement.id,
    {
      id: placement.id,
      from: placement.from,
      to: placement.to,
      hoursPerWeek: placement.hoursPerWeek,
      binding: holds && isBinding(placement),
    },
  ]);
  return new Map(rows);
}

const differs = (a: PlacementRow, b: PlacementRow): boolean =>
  a.from !== b.from || a.to !== b.to || a.hoursPerWeek !== b.hoursPerWeek || a.binding !== b.binding;

/** Companies with a placement or contract in the journey, in order. */
const companiesOf = ({ placements, contracts }: JourneyState): string[] =>
  [
    ...new Set([...Object.values(placements), ...Object.values(contracts)].map(({ company }) => company)),
  ].sort();

export interface Change {
  readonly commandId: string;
  readonly bodyHash: string;
  readonly template: Template;
  readonly before: JourneyState;
  readonly after: JourneyState;
  readonly facts: readonly Fact[];
  readonly lastRecordedAt?: string;
}

/** Everything that an accepted command changes, as rows. */
export function writeOf(change: Change, keyring: KeyringPort, key: PersonKey | undefined): JourneyWrite {
  const { before, after, facts, template, lastRecordedAt = '' } = change;
  const had = placementRows(before);
  const rows = [...placementRows(after).values()];
  const youngestRecord = facts.reduce(
    (latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest),
    lastRecordedAt,
  );
  return {
    commandId: change.commandId,
    bodyHash: change.bodyHash,
    facts: facts.map((fact) => sealFact(keyring, key, fact)),
    before,
    after,
    phase: stageOf(template, after.stage.code).phase,
    lastRecordedAt: youngestRecord,
    companies: companiesOf(after),
    newPlacements: rows.filter(({ id }) => !had.has(id)),
    changedPlacements: rows.filter((row) => {
      const old = had.get(row.id);
      return old !== undefined && differs(old, row);
    }),
    newContracts: Object.keys(after.contracts).filter((id) => !Object.hasOwn(before.contracts, id)),
  };
}
