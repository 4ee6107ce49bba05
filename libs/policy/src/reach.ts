import type { Role } from '@lotse/domain';
import type { Action } from './actions';
import { CLOCK_TOPICS } from './field-topics';
import type { Grant, Principal } from './principal';
import { OF_PROGRAMME } from './row-scope';
import { POLICY } from './table/policy-table';
import type { PolicyRow } from './table/policy-row';

/** Which journeys a list, a count or a page of one action holds: any match lets a journey in. */
export interface Reach {
  readonly programmes: readonly string[];
  /** Programmes of which only journeys with an open selection are listed. */
  readonly undecided: readonly string[];
  /** Companies, universities and municipalities. */
  readonly organisations: readonly string[];
  readonly persons: readonly string[];
  readonly references: readonly string[];
  readonly journeys: readonly string[];
}

const rowsFor = ({ role, duties }: Grant): readonly PolicyRow[] =>
  POLICY.filter(
    (row) => row.role === role && (row.duty === undefined || duties?.includes(row.duty) === true),
  );

const NOTHING: Reach = {
  programmes: [],
  undecided: [],
  organisations: [],
  persons: [],
  references: [],
  journeys: [],
};

/** Undefined for a grant that reaches every journey. */
function reachOfGrant(grant: Grant, action: Action): Partial<Reach> | undefined {
  const { role, programme, organisation, person, reference, journey } = grant;
  const rows = rowsFor(grant).filter(({ may }) => may.includes(action));
  if (rows.length === 0) return {};
  const one = (id: string | undefined): string[] => (id === undefined ? [] : [id]);
  if (journey !== undefined) return { journeys: [journey] };
  if (role === 'candidate') return { persons: one(person) };
  if (role === 'mentor') return { references: one(reference) };
  if (role === 'assessor') return { undecided: one(programme), references: one(reference) };
  if (!OF_PROGRAMME.includes(role)) return { organisations: one(organisation) };
  return programme === undefined ? undefined : { programmes: [programme] };
}

/** What a principal's lists of an action are cut to, counts and pages too; undefined when they are whole. */
export function reachOf({ grants }: Principal, action: Action): Reach | undefined {
  const parts = grants.map((grant) => reachOfGrant(grant, action));
  if (parts.includes(undefined)) return undefined;
  const all = (name: keyof Reach): string[] => [...new Set(parts.flatMap((part) => part?.[name] ?? []))];
  return {
    ...NOTHING,
    programmes: all('programmes'),
    undecided: all('undecided'),
    organisations: all('organisations'),
    persons: all('persons'),
    references: all('references'),
    journeys: all('journeys'),
  };
}

/** Those who work on others' tasks; everybody else lists what their own roles have to do. */
const OFFICE: readonly Role[] = ['administrator', 'coordinator', 'data-protection-lead'];

/** What an inbox is cut to beside its journeys. */
export interface InboxSight {
  /** Tasks of these roles alone; absent: of everybody. */
  readonly roles?: readonly Role[];
  /** Beginnings of the codes of tasks and clocks that stay out. */
  readonly hidden: readonly string[];
}

export function inboxSightOf({ grants }: Principal): InboxSight {
  const topics = new Set(
    grants.flatMap((grant) =>
      rowsFor(grant)
        .filter(({ ownSide }) => ownSide !== true)
        .flatMap(({ sees }) => sees),
    ),
  );
  const hidden = Object.entries(CLOCK_TOPICS).flatMap(([code, topic]) => (topics.has(topic) ? [] : [code]));
  const roles = [...new Set(grants.map(({ role }) => role))];
  return roles.some((role) => OFFICE.includes(role)) ? { hidden } : { roles, hidden };
}
