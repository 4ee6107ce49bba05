import {
  sharedWith,
  stageOf,
  type Context,
  type Fact,
  type Instant,
  type JourneyState,
  type Role,
} from '@lotse/domain';
import { remindersOf, silencedBy, SPARED } from '../outbox/reminders-of';
import type { JourneyWrite, StoredFact } from '../ports/journey-store.port';
import type { KeyringPort } from '../ports/keyring.port';
import { sealFact, type PersonKey } from '../secrets/sealed-fact';
import { listedChange } from './listed-change';
import { assignedOf, listedOf, projectionOf, tasksHoldOf, type Listed } from './projection-of';

export interface Change {
  readonly audit: string;
  readonly commandId: string;
  readonly bodyHash: string;
  readonly batch?: string;
  readonly context: Context;
  readonly zone: string;
  readonly before: JourneyState;
  readonly after: JourneyState;
  readonly facts: readonly Fact[];
  readonly lastRecordedAt?: string;
  /** True when the rows are not known to be as the state before gives them: all are written. */
  readonly renew: boolean;
  /** Seals what is secret; absent where the person's key is gone. */
  readonly key?: PersonKey;
}

/** The context under the template that the journey has now: a migration changes it. */
export function contextAfter(after: JourneyState, context: Context): Context {
  const { template, targetTemplate } = context;
  return after.template === template.id || targetTemplate === undefined
    ? context
    : { ...context, template: targetTemplate };
}

const NOTHING: Listed = { placements: [], contracts: [], clocks: [], tasks: [] };

type Bound = Pick<Listed, 'placements' | 'contracts'>;

/** What reads alike is alike; a difference in order alone costs a write that changes no row. */
const same = (a: Bound, b: Bound): boolean =>
  JSON.stringify([a.placements, a.contracts]) === JSON.stringify([b.placements, b.contracts]);

/** All rows where placements change or the rows are not known, else those clocks and tasks that differ. */
function rowsOf(
  had: Listed,
  has: Listed,
  all: boolean,
  zone: string,
): Pick<JourneyWrite, 'projection' | 'listed'> {
  if (all || !same(had, has)) return { projection: projectionOf(has, zone) };
  const listed = listedChange(projectionOf(had, zone), projectionOf(has, zone));
  return listed === undefined ? {} : { listed };
}

const newlySilenced = (before: JourneyState, after: JourneyState): Role[] => {
  const already = silencedBy(before);
  return silencedBy(after).filter((role) => !already.includes(role));
};

/** The facts of an accepted command as they are stored. */
export const sealedFacts = ({ before, after, facts, key }: Change, keyring: KeyringPort): StoredFact[] =>
  facts.map((fact) => sealFact(keyring, key, before.version === 0 ? after.person : before.person, fact));

/** When the youngest fact of the journey was recorded. */
export const youngestRecord = ({ facts, lastRecordedAt = '' }: Change): Instant =>
  facts.reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), lastRecordedAt);

/** Everything that an accepted command changes, as rows. */
export function writeOf(change: Change, keyring: KeyringPort): JourneyWrite {
  const { before, after, facts, zone } = change;
  const context = contextAfter(after, change.context);
  const isNew = before.version === 0;
  const had = isNew ? NOTHING : listedOf(before, change.context);
  const has = listedOf(after, context);
  const moved = before.person !== after.person;
  return {
    commandId: change.commandId,
    bodyHash: change.bodyHash,
    ...(change.batch === undefined ? {} : { batch: change.batch }),
    facts: sealedFacts(change, keyring),
    before,
    after,
    phase: stageOf(context.template, after.stage.code).phase,
    lastRecordedAt: youngestRecord(change),
    companies: sharedWith(after),
    assigned: assignedOf(after),
    audit: change.audit,
    newPlacements: has.placements.filter(({ id }) => !Object.hasOwn(before.placements, id)),
    reminders: remindersOf(before, facts, change.context),
    silenced: { roles: newlySilenced(before, after), spared: SPARED },
    newContracts: has.contracts.filter((id) => !Object.hasOwn(before.contracts, id)),
    tasksHold: tasksHoldOf(after, context),
    ...rowsOf(had, has, isNew || moved || change.renew, zone),
  };
}
