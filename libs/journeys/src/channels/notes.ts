import { textOf, type Actor } from '@lotse/domain';
import { mayActAs, ownersOf, type Principal } from '@lotse/policy';
import { refusedFor, type Refused } from '../answer';
import type { Audience, NoteRow, NoteStore } from '../ports/channel-stores.port';
import type { Door } from '../submit/decide-on';
import { concerned, unknownJourney } from './concerned';

export interface Note {
  readonly id: string;
  readonly audience: Audience;
  readonly by: Actor;
  readonly text: string;
  readonly recordedAt: string;
}

/** Words beside the facts. Internal and shared notes are different objects: nobody's remark lands where others read it. */
export interface Notes {
  /** Idempotent by the note's id and text. */
  write(
    journey: string,
    note: Pick<Note, 'id' | 'audience' | 'by' | 'text'>,
    principal: Principal,
  ): Promise<{ readonly result: 'accepted' } | Refused>;
  /** Shared notes, and the internal ones of the reader's own side. */
  list(journey: string, principal: Principal): Promise<readonly Note[]>;
}

const placeOf = ({ journey, id }: Pick<NoteRow, 'journey' | 'id'>): string => `note/${journey}/${id}`;

export function createNotes(door: Door, store: NoteStore): Notes {
  const { keyring, clock } = door;
  return {
    async write(journey, { id, audience, by, text }, principal) {
      const found = await concerned(door, journey);
      if (found === null) return unknownJourney(journey);
      const { state, facts, wrappedKey } = found;
      const permission = mayActAs(principal, 'note.write', by, facts);
      if (!permission.ok) return refusedFor('actor-not-allowed', 'policy', [by.role], permission.reason);
      const row: NoteRow = {
        id,
        journey,
        person: state.person,
        audience,
        owner: permission.owner,
        by,
        submittedBy: principal.id,
        recordedAt: clock.now().toISOString(),
        secret: keyring.seal(wrappedKey, state.person, placeOf({ journey, id }), text),
      };
      const kept = await store.add(row);
      const same =
        kept.submittedBy === principal.id &&
        kept.audience === audience &&
        textOf(keyring.open(wrappedKey, state.person, placeOf(kept), kept.secret)) === text;
      return same
        ? { result: 'accepted' }
        : refusedFor('id-clash', 'id', [], `Note id ${id} stands for another note: give a new one a new id.`);
    },
    async list(journey, principal) {
      const found = await concerned(door, journey);
      if (found === null) return [];
      const rows = await store.list(journey, ownersOf(principal, 'note.read', found.facts));
      return rows.map(({ id, audience, by, person, recordedAt, secret }) => ({
        id,
        audience,
        by,
        recordedAt,
        text: textOf(keyring.open(found.wrappedKey, person, placeOf({ journey, id }), secret)),
      }));
    },
  };
}
