import { auditOf } from '../audit-of';
import type { StoredHold } from '../ports/subject-store.port';
import type { Asker, PrivacyParts } from '../privacy-parts';
import { personUnknown, refusal, type Refusal } from '../refusal';

/** A hold in force, with its reason. */
export interface Hold {
  readonly id: string;
  readonly person: string;
  readonly setBy: string;
  readonly setAt: string;
  readonly reason: string;
}

type HoldCode = 'person-unknown' | 'person-erased' | 'hold-unknown' | 'id-clash';
export type HoldAnswer = { readonly result: 'accepted'; readonly id: string } | Refusal<HoldCode>;

/** Stops of erasure with a reason, as for a lawsuit. */
export interface Holds {
  /** Idempotent by the hold's id. */
  set(hold: Pick<Hold, 'id' | 'person' | 'reason'>, asker: Asker): Promise<HoldAnswer>;
  lift(id: string, reason: string, asker: Asker): Promise<HoldAnswer>;
  /** Those in force. */
  list(): Promise<Hold[]>;
}

const placeOf = (id: string, which: 'set' | 'lift'): string => `hold/${id}/${which}`;

export function createHolds({ stores: { holds, subjects }, keyring, clock }: PrivacyParts): Holds {
  const keyOf = async (person: string): Promise<Buffer | undefined> =>
    (await subjects.keys([person])).get(person);
  const erased = (person: string): HoldAnswer =>
    refusal('person-erased', `The data of ${person} was erased: there is nothing left to hold.`);

  async function opened({ id, person, setBy, setAt, secret }: StoredHold): Promise<Hold> {
    const key = await keyOf(person);
    const reason = key === undefined ? undefined : keyring.open(key, person, placeOf(id, 'set'), secret);
    return { id, person, setBy, setAt, reason: typeof reason === 'string' ? reason : '' };
  }

  return {
    async set({ id, person, reason }, asker) {
      if ((await subjects.find(person)) === undefined) return personUnknown(person);
      const key = await keyOf(person);
      if (key === undefined) return erased(person);
      const at = clock.now().toISOString();
      const secret = keyring.seal(key, person, placeOf(id, 'set'), reason);
      const audit = auditOf(asker, at, { action: 'hold.set', subjects: [`person/${person}`], code: id });
      if (await holds.set({ id, person, setBy: asker.id, setAt: at, secret }, audit))
        return { result: 'accepted', id };
      const known = await holds.find(id);
      return known?.person === person && known.liftedAt === undefined
        ? { result: 'accepted', id }
        : refusal('id-clash', `Hold ${id} stands for something else: give a new one a new id.`);
    },
    async lift(id, reason, asker) {
      const unknown = refusal(
        'hold-unknown',
        `There is no hold ${id} in force: it was lifted, or never set.`,
      );
      const hold = await holds.find(id);
      if (hold === undefined || hold.liftedAt !== undefined) return unknown;
      const key = await keyOf(hold.person);
      if (key === undefined) return erased(hold.person);
      const at = clock.now().toISOString();
      const secret = keyring.seal(key, hold.person, placeOf(id, 'lift'), reason);
      const audit = auditOf(asker, at, {
        action: 'hold.lift',
        subjects: [`person/${hold.person}`],
        code: id,
      });
      return (await holds.lift(id, { account: asker.id, at, secret }, audit))
        ? { result: 'accepted', id }
        : unknown;
    },
    list: async () => Promise.all((await holds.list()).map(opened)),
  };
}
