import type { Action } from '@lotse/policy';

/** Where an answer says whom it is about: the member that lists rows, and the one of a row that names its subject. */
interface Rows {
  /** Its path, with dots; lists on the way are walked through. */
  readonly rows?: string;
  readonly id?: string;
  readonly subject: string;
  /** An answer without such rows tells of nobody and is not recorded, as figures told to a funder. */
  readonly unless?: 'none';
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
  'sheet.read': { rows: 'differences.units', id: 'unit', subject: 'unit', unless: 'none' },
  'report.read': { rows: 'content.inner.adjustments.units', id: 'unit', subject: 'unit', unless: 'none' },
  'sheet.units': { rows: 'units', id: 'unit', subject: 'unit' },
  'record.read': { rows: 'records', id: 'id', subject: 'record' },
  'note.read': { rows: 'notes', id: 'id', subject: 'note' },
  'complaint.read': { rows: 'complaints', id: 'id', subject: 'complaint' },
  'mail.read': { rows: 'contactPoints', id: 'id', subject: 'contact-point' },
  'file.read': { rows: 'files', id: 'id', subject: 'file' },
  'account.read': { rows: 'accounts', id: 'id', subject: 'account' },
  'evidence.sample': { rows: 'units', id: 'unit', subject: 'unit' },
  'room.read': { rows: 'units', id: 'unit', subject: 'unit' },
  'room.log': { subject: 'room' },
  'subject.read': { subject: 'person' },
  'subject.erase': { rows: 'receipts', id: 'person', subject: 'person' },
  'retention.read': { rows: 'due', id: 'person', subject: 'person' },
  'retention.run': { rows: 'holds', id: 'person', subject: 'person' },
  'audit.read': { subject: 'audit' },
};

/** Files have no journal of their own: who sent one is recorded as who read one is. Other writes record themselves. */
const AUDITED_WRITES: Readonly<Partial<Record<Action, Rows>>> = {
  'file.upload': { id: 'id', subject: 'file' },
  'evidence.sample': { rows: 'sample.units', id: 'unit', subject: 'unit' },
};

/** How a request is recorded by its answer; undefined for one that is not. */
export const auditedOf = (action: Action, method: string): Rows | undefined =>
  (method === 'GET' ? AUDITED_READS : AUDITED_WRITES)[action];

/** Parts of an address that name a subject. */
const NAMED = ['journey', 'person', 'file', 'account', 'room'] as const;

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** The rows at a path of an answer; undefined where there is no list. */
function listedAt(answer: unknown, path: string): readonly unknown[] | undefined {
  let found = answer;
  for (const name of path.split('.'))
    found = Array.isArray(found) ? found.flatMap((row) => memberOf(row, name) ?? []) : memberOf(found, name);
  return Array.isArray(found) ? found : undefined;
}

/** Whom a request names by its address. */
export const namedIn = (params: unknown): string[] =>
  NAMED.flatMap((name) => {
    const id = memberOf(params, name);
    return typeof id === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(id) ? [`${name}/${id}`] : [];
  });

/** Whom an answer is about, each once, and how many rows it had; of one programme, where the rows or the answer name it. */
export interface Told {
  readonly subjects: readonly string[];
  readonly count?: number;
  readonly programme?: string;
}

const textIn = (value: unknown, name: string): string | undefined => {
  const found = memberOf(value, name);
  return typeof found === 'string' ? found : undefined;
};

/** Rows by the programme that they name: who reads the audit of a programme sees what was listed of it, and of no other. */
function byProgramme(rows: readonly unknown[]): Map<string | undefined, unknown[]> {
  const groups = new Map<string | undefined, unknown[]>();
  for (const row of rows) {
    const programme = textIn(row, 'programme');
    groups.set(programme, [...(groups.get(programme) ?? []), row]);
  }
  return groups;
}

/** What is to be recorded of an answer: an entry for each programme that its rows name, else one. */
export function toldBy(
  { rows, id, subject, unless }: Rows,
  params: unknown,
  query: unknown,
  answer: unknown,
): Told[] {
  const named = namedIn(params);
  const person = textIn(memberOf(answer, 'state'), 'person') ?? textIn(answer, 'person');
  const whole = textIn(answer, 'programme') ?? textIn(query, 'programme');
  const told = (subjects: readonly string[], programme = whole): Told => ({
    subjects: [...new Set([...named, ...(person === undefined ? [] : [`person/${person}`]), ...subjects])],
    ...(programme === undefined ? {} : { programme }),
  });
  const listed = rows === undefined ? undefined : listedAt(answer, rows);
  if (unless === 'none' && (listed === undefined || listed.length === 0)) return [];
  if (listed === undefined || id === undefined) {
    const made = rows === undefined && id !== undefined ? textIn(answer, id) : undefined;
    return [told(made === undefined ? [] : [`${subject}/${made}`])];
  }
  if (listed.length === 0) return [{ ...told([]), count: 0 }];
  return [...byProgramme(listed)].map(([programme, group]) => ({
    ...told(
      group.flatMap((row) => textIn(row, id) ?? []).map((found) => `${subject}/${found}`),
      programme,
    ),
    count: group.length,
  }));
}
