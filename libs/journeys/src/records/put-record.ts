import { RECORD_LINES, TEMPLATES, type JsonObject, type RecordType, type Unmet } from '@lotse/domain';
import { refusedFor, type Refused, type Sender } from '../answer';
import { canonicalJson } from '../canonical-json';
import { figuresOfRecord } from '../figures/figures-of-record';
import type { ClockPort } from '../ports/clock.port';
import type { KeyringPort } from '../ports/keyring.port';
import type { FoundRecord, RecordStore, RecordTransaction, RecordWrite } from '../ports/record-store.port';
import { takeTextOut } from '../secrets/text-fields';
import { recordAuditOf } from '../submit/audit-of';
import { recordedAtRefusal } from '../submit/stamp';
import type { TemplateBook } from '../templates/template-book';
import { textOf } from '../text-of';
import { personOf, recordFaults, recordPlace, referencesOf } from './read-record';
import { secondPerson, type Proposed } from './second-person';

export interface Registry {
  readonly records: RecordStore;
  readonly keyring: KeyringPort;
  readonly clock: ClockPort;
  readonly templates: TemplateBook;
}

/** What became of a record line. `version` is that of the record: the new one, or the newest that is equal. */
export type RecordAnswer = { readonly result: 'accepted' | 'unchanged'; readonly version: number } | Refused;

/** What a single record is held against beside itself; lines of an import are held against none of it. */
export interface RecordTerms {
  /** The newest version that the sender has seen; 0: there is none yet. Another one refuses the record, a repeat never. */
  readonly expectedVersion?: number;
  /**
   * A record of another programme is refused, and what a signed report counts is changed by two people. An import tells what somebody
   * decided elsewhere: a new version may name another programme, and is known from the day that it states.
   */
  readonly single?: true;
}

type Attempt = { readonly keep: boolean; readonly answer: RecordAnswer | Proposed | 'clash' };

export const ATTEMPTS = 5;

/**
 * Appends a version of a record that belongs to no journey. Idempotent: a body equal to any stored version is `unchanged`, another
 * body a new version (domain.md, rule 7). A person's body is stored sealed only, and so are a student's words in an interview.
 * @param line the record as JSON, unchecked, without `type`
 */
export async function putRecord(
  registry: Registry,
  type: RecordType,
  line: JsonObject,
  sender: Sender,
): Promise<RecordAnswer>;
export async function putRecord(
  registry: Registry,
  type: RecordType,
  line: JsonObject,
  sender: Sender,
  terms: RecordTerms,
): Promise<RecordAnswer | Proposed>;
export async function putRecord(
  registry: Registry,
  type: RecordType,
  line: JsonObject,
  sender: Sender,
  terms: RecordTerms = {},
): Promise<RecordAnswer | Proposed> {
  const now = sender.now ?? registry.clock.now();
  const faults = recordFaults(type, line);
  if (faults.length === 0 && type === 'programme') faults.push(...(await templateUnmet(registry, line)));
  if (faults.length > 0) return { result: 'refused', refusal: { code: 'fields-invalid', unmet: faults } };
  const recordedAt = typeof line.recordedAt === 'string' ? line.recordedAt : undefined;
  const early = recordedAtRefusal(recordedAt, sender, now);
  if (early !== undefined) return early;
  const entry: Entry = {
    type,
    id: textOf(line.id),
    line,
    now,
    sender,
    terms,
    recordedAt: new Date(recordedAt ?? now).toISOString(),
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { answer } = await registry.records.transact((transaction) =>
      tryOnce(registry, transaction, entry),
    );
    if (answer !== 'clash') return answer;
  }
  throw new Error(`Record ${type} ${entry.id} met a version of another transaction ${ATTEMPTS} times`);
}

async function templateUnmet({ templates }: Registry, { template }: JsonObject): Promise<Unmet[]> {
  if ((await templates.find(textOf(template))) !== undefined) return [];
  const remedy = `programme: Take a published template: ${[...TEMPLATES.keys()].join(', ')}, or one of your own.`;
  return [{ guard: 'field:template', who: ['administrator'], remedy }];
}

/** A record line on its way to be stored. */
export interface Entry {
  readonly type: RecordType;
  readonly id: string;
  readonly line: JsonObject;
  readonly now: Date;
  readonly sender: Sender;
  readonly terms: RecordTerms;
  readonly recordedAt: string;
}

async function tryOnce(
  { keyring }: Registry,
  transaction: RecordTransaction,
  entry: Entry,
): Promise<Attempt> {
  const { type, id, line } = entry;
  const bodyHash = keyring.hash(canonicalJson(line));
  const person = personOf(type, line);
  const lookUp = { type, id, bodyHash, references: referencesOf(line) };
  const found = await transaction.find(person === undefined ? lookUp : { ...lookUp, person });
  const elsewhere = takenElsewhere(found, entry);
  if (elsewhere !== undefined) return { keep: false, answer: elsewhere };
  if (found.equalVersion !== undefined)
    return { keep: false, answer: { result: 'unchanged', version: found.equalVersion } };
  if (found.struck !== undefined) return { keep: false, answer: struckOut(entry, found.struck) };
  const { expectedVersion = found.lastVersion } = entry.terms;
  if (expectedVersion !== found.lastVersion) return { keep: false, answer: moved(found, entry) };
  const unmet = [...missing(found), ...erased(found, person), ...vanishingSites(found, entry)];
  if (unmet.length > 0) {
    const code = found.missing.length > 0 ? 'reference-unknown' : 'guards-unmet';
    return { keep: false, answer: { result: 'refused', refusal: { code, unmet } } };
  }
  const write = recordWriteOf(keyring, found, entry, { bodyHash, person });
  const waiting = await agreement(transaction, entry, found, write);
  if (waiting !== undefined) return waiting;
  if ((await transaction.write(write)) === 'clash') return { keep: false, answer: 'clash' };
  if (type === 'person' && write.version > 1)
    await transaction.writeFigures(await figuresOfRecord(transaction, id, line, write.recordedAt));
  return { keep: true, answer: { result: 'accepted', version: write.version } };
}

/** A next version of what a signed report counts waits for a second person. */
const agreement = (
  transaction: RecordTransaction,
  { type, id, line, now, sender, terms }: Entry,
  { lastVersion }: FoundRecord,
  { bodyHash, audit }: RecordWrite,
): ReturnType<typeof secondPerson> => {
  if (terms.single !== true || lastVersion === 0) return Promise.resolve(undefined);
  const change = {
    type,
    id,
    programme: textOf(line.programme),
    change: bodyHash,
    meant: 'this version',
    audit,
  };
  return secondPerson(transaction, change, sender, { now, lastVersion });
};

/** Nothing tells whose it is: ids are unique in the installation, programmes are not seen by everybody. */
const takenElsewhere = (found: FoundRecord, { type, id, line, terms }: Entry): Refused | undefined =>
  terms.single === true && found.lastVersion > 0 && found.programme !== line.programme
    ? refusedFor('guards-unmet', 'id-free', ['coordinator'], `Take another id: ${type} ${id} is not free.`)
    : undefined;

/** What was struck stays struck: an import that is repeated must not bring it back. */
const struckOut = ({ type, id }: Entry, reason: string): Refused =>
  refusedFor(
    'guards-unmet',
    'record-counts',
    ['coordinator'],
    `${type} ${id} was struck out (${reason}): enter it anew under another id.`,
  );

export const moved = (
  { lastVersion }: Pick<FoundRecord, 'lastVersion'>,
  { type, id }: { readonly type: string; readonly id: string },
): Refused =>
  refusedFor(
    'version-conflict',
    'expected-version',
    ['coordinator'],
    `Read ${type} ${id} again: its newest version is ${lastVersion}.`,
  );

const missing = (found: FoundRecord): Unmet[] =>
  found.missing.map(({ type, id }) => ({
    guard: `reference:${type}`,
    who: ['administrator'],
    remedy: `Record the ${type} ${id} first; nobody has.`,
  }));

/** On record and without a key: nothing brings the data of somebody back who was erased. */
const erased = ({ personKnown, wrappedKey }: FoundRecord, person: string | undefined): Unmet[] =>
  person !== undefined && personKnown && wrappedKey === undefined
    ? [
        {
          guard: 'person-erased',
          who: ['data-protection-lead'],
          remedy: `The data of ${person} was erased on request or by retention; somebody who comes anew gets a new id.`,
        },
      ]
    : [];

/** A new version may not drop a site where somebody has a place. */
function vanishingSites(found: FoundRecord, { id, line }: Entry): Unmet[] {
  const sites: readonly unknown[] = Array.isArray(line.sites) ? line.sites : [];
  return found.sitesInUse
    .filter((site) => !sites.includes(site))
    .map((site) => ({
      guard: 'site-in-use',
      who: ['administrator'],
      remedy: `Keep the site ${site} of ${id}: a placement that is not cancelled is there.`,
    }));
}

/** The next version of a record, its words sealed. */
export function recordWriteOf(
  keyring: KeyringPort,
  found: Pick<FoundRecord, 'lastVersion' | 'wrappedKey'>,
  { type, id, line, now, recordedAt, sender }: Entry,
  { bodyHash, person }: { readonly bodyHash: string; readonly person: string | undefined },
): RecordWrite {
  const version = found.lastVersion + 1;
  const reference = (name: string): Record<string, string> =>
    typeof line[name] === 'string' ? { [name]: line[name] } : {};
  const base = {
    type,
    id,
    version,
    recordedAt,
    insertedAt: now.toISOString(),
    bodyHash,
    audit: recordAuditOf({ type, id, line, now, sender }, bodyHash),
    // A programme's own record stands in its programme: whoever holds that one reads it.
    ...(type === 'programme' ? { programme: id } : reference('programme')),
    ...reference('organisation'),
  };
  const { id: _id, recordedAt: _recordedAt, ...body } = line;
  if (person === undefined) return { ...base, body };
  const apart = type === 'person' ? { clear: {}, text: body } : takeTextOut(RECORD_LINES[type], body);
  if (apart.text === undefined) return { ...base, body: apart.clear };
  const wrapped = found.wrappedKey ?? keyring.newPersonKey(person).wrapped;
  return {
    ...base,
    body: apart.clear,
    secret: keyring.seal(wrapped, person, recordPlace(type, id, version), apart.text),
    ...(found.wrappedKey === undefined ? { newKey: { person, wrapped } } : {}),
  };
}
