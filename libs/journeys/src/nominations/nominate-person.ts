import { checkFields, isJsonObject, NOMINATION_LINE, textOf, type JsonObject } from '@lotse/domain';
import { mayNominate } from '@lotse/policy';
import { refusedFor, type Refused, type Sender } from '../answer';
import { canonicalJson } from '../canonical-json';
import { recordWriteOf, type Registry } from '../records/put-record';
import type { Door, Submission } from '../submit/decide-on';
import { jsonFault } from '../submit/plain-json';
import { rehearsePrepared, type PreviewAnswer } from '../submit/preview';
import { prepare, submitPrepared } from '../submit/submit';
import { knownPersons, sameness } from './known-persons';

export interface NominationOptions {
  readonly sender: Sender;
  /** True: everything is judged and nothing is kept. */
  readonly dryRun?: boolean;
}

/** What became of the nomination of a new person. Ids are Lotse's own, the same for the same nomination. */
export type NominationAnswer =
  | {
      readonly result: 'accepted' | 'repeated' | 'would-be-accepted';
      readonly journey: string;
      readonly person: string;
      readonly version: number;
    }
  | Refused;

/** Everybody whom the universities of a request nominated before, loaded once for each. */
export type KnownPersons = Map<string, Map<string, string>>;

/** So many characters of a digest stand for a nomination: more than can meet by chance. */
const DIGEST = 16;

/**
 * Enters a person and nominates them in one transaction: both or neither. Idempotent by `id` within the university; the same id with
 * another body is refused. Somebody of the same name and birthday whom the university nominated before is the same person, so that
 * the rules across their journeys hold; who was nominated by others is not looked at, and nothing tells of them.
 * @param line the nomination as JSON, unchecked; see `NOMINATION_LINE`
 * @param known kept by the caller over many lines
 */
export async function nominatePerson(
  door: Door & Registry,
  line: JsonObject,
  { sender, dryRun = false }: NominationOptions,
  known: KnownPersons = new Map(),
): Promise<NominationAnswer> {
  const faulty = faultsOf(line);
  if (faulty !== undefined) return faulty;
  const { id, happenedOn, person, ...data } = line;
  const university = textOf(line.university);
  const digest = door.keyring.hash(`nomination/${university}/${textOf(id)}`).slice(0, DIGEST);
  const fresh = `p-${digest}`;
  const journey = `j-${digest}`;
  const body = {
    id: `nominate-${digest}`,
    journey,
    command: 'nominate',
    happenedOn: textOf(happenedOn),
    by: { role: 'university', organisation: university },
    data: { ...data, person: fresh },
  };
  const prepared = prepare(door, body, sender);
  if ('refused' in prepared) return prepared.refused;
  const { principal } = sender;
  const permission = principal === undefined ? undefined : mayNominate(principal, prepared.command);
  if (permission?.ok === false)
    return refusedFor('actor-not-allowed', 'policy', ['university'], permission.reason);
  if (!(await hasAgreement(door, line)))
    return refusedFor(
      'guards-unmet',
      'agreement-in-force',
      ['university', 'coordinator'],
      'Give the id of an agreement of this university and programme: this is none that you see.',
    );
  const given = isJsonObject(person) ? person : {};
  const before = await beforehand(door, university, known);
  const same = before.get(sameness(given)) ?? fresh;
  const submission: Submission = {
    ...prepared,
    command: { ...prepared.command, data: { ...data, person: same } },
    bodyHash: door.keyring.hash(canonicalJson({ ...body, given })),
    ...(same === fresh ? { newPerson: recordOf(door, prepared, { ...given, id: fresh }) } : {}),
  };
  const answer = await (dryRun ? rehearsePrepared(door, submission) : submitPrepared(door, submission));
  if (answer.result === 'accepted') before.set(sameness(given), same);
  return answeredWith(answer, journey, same);
}

type Judged = PreviewAnswer | Awaited<ReturnType<typeof submitPrepared>>;

const answeredWith = (answer: Judged, journey: string, person: string): NominationAnswer =>
  answer.result === 'refused'
    ? { result: answer.result, refusal: answer.refusal }
    : { result: answer.result, journey, person, version: answer.version };

function faultsOf(line: JsonObject): Refused | undefined {
  const unmet = checkFields(NOMINATION_LINE, line).map(({ field, remedy }) => ({
    guard: `field:${field}`,
    who: [],
    remedy,
  }));
  if (unmet.length > 0) return { result: 'refused', refusal: { code: 'fields-invalid', unmet } };
  const fault = jsonFault(line);
  return fault === undefined ? undefined : refusedFor('fields-invalid', 'field:person', [], fault);
}

/** Looked at as the asker sees it, before anything that holds for all: nothing tells which ids others have. */
async function hasAgreement({ records }: Registry, line: JsonObject): Promise<boolean> {
  const versions = await records.versions(textOf(line.programme), {
    type: 'agreement',
    id: textOf(line.agreement),
  });
  const last = versions.at(-1);
  return last?.struck === undefined && last?.body.organisation === line.university;
}

async function beforehand(door: Door, university: string, known: KnownPersons): Promise<Map<string, string>> {
  const found = known.get(university) ?? (await knownPersons(door, university));
  known.set(university, found);
  return found;
}

function recordOf({ keyring }: Door, { sender, now }: Submission, line: JsonObject) {
  const id = textOf(line.id);
  const entry = { type: 'person', id, line, now, sender, terms: {}, recordedAt: now.toISOString() } as const;
  return recordWriteOf(keyring, { lastVersion: 0 }, entry, {
    bodyHash: keyring.hash(canonicalJson(line)),
    person: id,
  });
}
