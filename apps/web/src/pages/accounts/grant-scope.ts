import type { Grant } from '../../api/accounts';

type Role = Grant['role'];
type Scope = 'programme' | 'organisation' | 'person' | 'reference';

/** What each role is held for, as the API asks for it; nobody is made `system`. */
const SCOPES: Readonly<Record<Exclude<Role, 'system'>, readonly Scope[]>> = {
  coordinator: ['programme'],
  company: ['organisation'],
  mentor: ['organisation', 'reference'],
  university: ['organisation'],
  assessor: ['programme', 'reference'],
  municipality: ['organisation', 'programme'],
  candidate: ['person'],
  funder: ['organisation', 'programme'],
  auditor: ['programme'],
  'data-protection-lead': ['programme'],
  administrator: ['programme'],
};
const MUST: readonly Scope[] = ['organisation', 'person', 'reference'];

export const ROLES = Object.keys(SCOPES) as readonly Exclude<Role, 'system'>[];
export const scopeOf = (role: Role): readonly Scope[] => (role === 'system' ? [] : SCOPES[role]);

/** Whether a grant says everything that its role is held for. */
export const isWhole = (grant: Grant): boolean =>
  scopeOf(grant.role).every((scope) => !MUST.includes(scope) || grant[scope] !== undefined);
