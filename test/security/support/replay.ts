import { isJsonObject, type Json } from '@lotse/domain';
import { isOpen } from '../../../apps/api/src/auth/open-routes';
import { buildPdf } from '../../files/build-pdf';
import { nobodys, type Belongings } from './belongings';
import type { Operation } from './api-operations';
import type { Answered, SecuredApi } from './secured-api';

/** Whose ids a request gives: all of it foreign, or one name foreign and the rest the asker's own. */
interface Aim {
  readonly operation: Operation;
  /** Names of ids that are foreign. */
  readonly foreign: readonly string[];
}

/** Parts of a path that are nobody's: names of figures and templates, secrets, and the number that a deputy has within an account. */
const SAME_FOR_ALL: readonly string[] = ['figure', 'indicator', 'template', 'invitation', 'number'];

/** Open to those who have no journey of theirs there, on purpose: whoever does it is on record and announced. */
const BEYOND: readonly string[] = ['/api/v1/journeys/{journey}/emergency'];

/**
 * What an asker may learn all the same: ids of records are unique in the installation, so a new one clashes with one that is taken
 * (docs/domain.md, import format; ADR 0009), and an agreement names any organisation there is, since who enters one chooses among all
 * of them (ADR 0009); the key of a task says what is to be done and is the same in every journey.
 */
const TOLD: readonly { readonly operation: RegExp; readonly foreign: RegExp }[] = [
  { operation: /^PUT \/api\/v1\/programmes\/\{programme\}\/\w+\/\{\w+\}$/, foreign: /^(?!programme$)/ },
  { operation: /^POST \/api\/v1\/inbox\/(snoozes|handovers|reminders)$/, foreign: /^key$/ },
];

/** An id in a body that its sender chooses for something new. */
const CHOSEN = 'id';

const idNamesIn = (value: Json, known: Belongings): string[] => {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((one) => idNamesIn(one, known));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    ...(typeof part === 'string' && name in known ? [name] : []),
    ...idNamesIn(part ?? null, known),
  ]);
};

/** Every way in which an operation can name what is somebody else's. @throws Error at a path parameter of an unknown kind */
export function aimsOf(operation: Operation, known: Belongings): Aim[] {
  const inPath = operation.parameters.filter(({ place }) => place === 'path').map(({ name }) => name);
  const strange = inPath.find((name) => !(name in known) && !SAME_FOR_ALL.includes(name));
  if (strange !== undefined)
    throw new Error(`${operation.method} ${operation.path}: say in belongings.ts what a {${strange}} is.`);
  const inQuery = operation.parameters.filter(({ place }) => place === 'query').map(({ name }) => name);
  const inBody = idNamesIn(operation.body?.example ?? null, known);
  const names = [...new Set([...inPath, ...inQuery, ...inBody])].filter(
    (name) => name in known && !SAME_FOR_ALL.includes(name),
  );
  if (names.length === 0 || BEYOND.includes(operation.path) || isOpen(operation.method, operation.path))
    return [];
  const isTold = (name: string): boolean =>
    TOLD.some(
      (told) => told.operation.test(`${operation.method} ${operation.path}`) && told.foreign.test(name),
    );
  const single =
    names.length === 1
      ? []
      : names.filter((name) => !isTold(name)).map((name) => ({ operation, foreign: [name] }));
  return [{ operation, foreign: names }, ...single];
}

/** Ids by name: of the other tenant, or of nobody, where an aim is foreign; the asker's own elsewhere. */
export const idsFor = ({ foreign }: Aim, own: Belongings, other: Belongings, real: boolean): Belongings =>
  Object.fromEntries(
    Object.entries(own).map(([name, id]) => {
      const theirs = other[name] ?? id;
      return [name, foreign.includes(name) ? (real ? theirs : nobodys(name, theirs)) : id];
    }),
  );

const withIds = (value: Json, ids: Belongings, chosen: string): Json => {
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => withIds(one, ids, chosen));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]): [string, Json] => {
      if (typeof part === 'string' && name === CHOSEN) return [name, chosen];
      const id = typeof part === 'string' ? ids[name] : undefined;
      return [name, id ?? withIds(part ?? null, ids, chosen)];
    }),
  );
};

/** Sends a request of an operation with these ids. @param chosen id of what it would make */
export async function sendWith(
  secured: SecuredApi,
  who: string,
  { method, path, parameters, body }: Operation,
  ids: Belongings,
  chosen: string,
): Promise<Answered> {
  const query = new URLSearchParams();
  for (const { name, place, example } of parameters) {
    if (place !== 'query' || name === 'cursor') continue;
    query.set(name, name === CHOSEN ? chosen : (ids[name] ?? String(example)));
  }
  // Their owner asks for a deputy by one of the two.
  if (query.has('account') && query.has('deputy')) query.delete('deputy');
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'none');
  const asked = query.size === 0 ? filled : `${filled}?${query}`;
  if (body === undefined) return secured.askInSession(who, method, asked);
  if (body.type === 'application/pdf') return secured.send(who, asked, buildPdf());
  const filledBody = withIds(body.example, ids, chosen);
  if (body.type === 'application/x-ndjson')
    return secured.send(who, asked, Buffer.from(JSON.stringify(filledBody)), body.type);
  return secured.askInSession(who, method, asked, isJsonObject(filledBody) ? filledBody : {});
}

const MADE_BY_CHANCE = /"(requestId|id|number)":("[\da-f]{8}-[\da-f-]{27}"|\d+)/g;

/** What was made before by requests of this kind. */
const MADE_BEFORE = /chosen-(real|none)-\d+(\.[\da-f]{12})?/g;

/** What an id that was chosen within something ends with. */
const WITHIN = /…\.[\da-f]{12}(?![\w-])/g;

/** What an answer says, without the ids that were asked for and that of the request. */
export function wordsOf({ status, body }: Answered, ids: Belongings, chosen: string): string {
  const values = [...new Set([...Object.values(ids), chosen])].sort((a, b) => b.length - a.length);
  let text = body.replaceAll(MADE_BY_CHANCE, '"$1":…').replaceAll(MADE_BEFORE, '…');
  for (const value of values)
    text = text.replaceAll(
      new RegExp(`(?<![\\w-])${value.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')}(?![\\w-])`, 'g'),
      '…',
    );
  return `${status} ${text.replaceAll(WITHIN, '…')}`;
}
