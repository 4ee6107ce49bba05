import type { Action } from '@lotse/policy';

/** Where an answer says whom it is about: the member that lists rows, and the one of a row that names its subject. */
interface Rows {
  readonly rows?: string;
  readonly id?: string;
  readonly subject: string;
}

/**
 * Reads and searches of personal data. What a path names is a subject by itself; where an answer lists several, each of them is.
 * An action that is not listed reads nobody's data: figures, templates, the system itself.
 */
const AUDITED_READS: Readonly<Partial<Record<Action, Rows>>> = {
  'journey.list': { rows: 'journeys', id: 'id', subject: 'journey' },
  'journey.read': { subject: 'journey' },
  'journey.timeline': { subject: 'journey' },
  'inbox.read': { rows: 'tasks', id: 'journey', subject: 'journey' },
  'sheet.units': { rows: 'units', id: 'unit', subject: 'unit' },
  'record.read': { rows: 'records', id: 'id', subject: 'record' },
  'note.read': { rows: 'notes', id: 'id', subject: 'note' },
  'complaint.read': { rows: 'complaints', id: 'id', subject: 'complaint' },
  'mail.read': { rows: 'contactPoints', id: 'id', subject: 'contact-point' },
  'file.read': { rows: 'files', id: 'id', subject: 'file' },
  'account.read': { rows: 'accounts', id: 'id', subject: 'account' },
  'evidence.sample': { rows: 'evidence', id: 'id', subject: 'evidence' },
  'subject.read': { subject: 'person' },
  'subject.erase': { subject: 'person' },
  'retention.read': { rows: 'due', id: 'person', subject: 'person' },
  'retention.run': { rows: 'holds', id: 'person', subject: 'person' },
  'audit.read': { subject: 'audit' },
};

/** Files have no journal of their own: who sent one is recorded as who read one is. Other writes record themselves. */
const AUDITED_WRITES: Readonly<Partial<Record<Action, Rows>>> = {
  'file.upload': { id: 'id', subject: 'file' },
};

/** How a request is recorded by its answer; undefined for one that is not. */
export const auditedOf = (action: Action, method: string): Rows | undefined =>
  (method === 'GET' ? AUDITED_READS : AUDITED_WRITES)[action];

/** Parts of an address that name a subject. */
const NAMED = ['journey', 'person', 'file', 'account'] as const;

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Whom a request names by its address. */
export const namedIn = (params: unknown): string[] =>
  NAMED.flatMap((name) => {
    const id = memberOf(params, name);
    return typeof id === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(id) ? [`${name}/${id}`] : [];
  });

/** Whom an answer is about, each once, and how many rows it had. */
export function subjectsOf(
  { rows, id, subject }: Rows,
  params: unknown,
  answer: unknown,
): { readonly subjects: readonly string[]; readonly count?: number } {
  const named = namedIn(params);
  const person = memberOf(memberOf(answer, 'state'), 'person') ?? memberOf(answer, 'person');
  const whose = typeof person === 'string' ? [`person/${person}`] : [];
  const listed: unknown = rows === undefined ? undefined : memberOf(answer, rows);
  if (!Array.isArray(listed) || id === undefined) {
    const made: unknown = rows === undefined && id !== undefined ? memberOf(answer, id) : undefined;
    const own = typeof made === 'string' ? [`${subject}/${made}`] : [];
    return { subjects: [...new Set([...named, ...whose, ...own])] };
  }
  const ids = listed.map((row) => memberOf(row, id)).filter((found) => typeof found === 'string');
  return {
    subjects: [...new Set([...named, ...whose, ...ids.map((found) => `${subject}/${found}`)])],
    count: listed.length,
  };
}
