import type { KeyringPort } from '@lotse/journeys';
import type { SubjectRow } from '../ports/subject-store.port';

interface Place {
  readonly owner: string;
  readonly place: string;
  /** The key that lies in the row itself; absent where the person's own opens it. */
  readonly key?: Buffer;
}

const text = (row: SubjectRow, column: string): string => {
  const value = row[column];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const ownKey = (row: SubjectRow, owner: string, place = owner): Place => {
  const key = row['wrapped_key'];
  return Buffer.isBuffer(key) ? { owner, place, key } : { owner, place };
};

const ofPerson = (row: SubjectRow, place: string): Place => ({ owner: text(row, 'person'), place });

function recordPlace(row: SubjectRow): Place {
  const place = `record/${text(row, 'type')}/${text(row, 'id')}/${text(row, 'version')}`;
  const { body } = row;
  const respondent: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'respondent') : undefined;
  return { owner: row['type'] === 'person' ? text(row, 'id') : String(respondent), place };
}

const byJourney = (kind: string) => (row: SubjectRow) =>
  ofPerson(row, `${kind}/${text(row, 'journey_id')}/${text(row, kind === 'fact' ? 'version' : 'id')}`);

/** Where each sealed column was sealed. An exportable one that is missing here fails the catalogue's test. */
export const SEALED_PLACES: Readonly<Record<string, (row: SubjectRow) => Place>> = {
  'fact.secret': byJourney('fact'),
  'note.secret': byJourney('note'),
  'approval.secret': byJourney('approval'),
  'emergency_access.secret': byJourney('emergency'),
  'record.secret': recordPlace,
  'legal_hold.secret': (row) => ofPerson(row, `hold/${text(row, 'id')}/set`),
  'sample_words.secret': (row) =>
    ownKey(row, `sample/${text(row, 'sample')}/${text(row, 'unit')}/${text(row, 'step')}`),
  'file.name': (row) => ofPerson(row, `file/${text(row, 'id')}/name`),
  'contact_point.address': (row) => ownKey(row, `contact-point/${text(row, 'id')}`),
  'account.details': (row) => ownKey(row, `account/${text(row, 'id')}`, `account/${text(row, 'id')}/details`),
};

/** A value as JSON: instants as text, sealed bytes opened; undefined where there is nothing, or nothing that opens any more. */
export function openedValue(
  keyring: Pick<KeyringPort, 'open'>,
  keys: ReadonlyMap<string, Buffer>,
  column: string,
  row: SubjectRow,
): unknown {
  const value = row[column.slice(column.indexOf('.') + 1)];
  if (value instanceof Date) return value.toISOString();
  if (!Buffer.isBuffer(value)) return value ?? undefined;
  const found = SEALED_PLACES[column]?.(row);
  if (found === undefined || value.length === 0) return undefined;
  const key = found.key ?? keys.get(found.owner);
  return key === undefined ? undefined : keyring.open(key, found.owner, found.place, value);
}
