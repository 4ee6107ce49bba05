/** Everyone who can act (domain.md, import format). `system` is Lotse itself. */
export const ROLES = [
  'candidate',
  'university',
  'assessor',
  'coordinator',
  'company',
  'mentor',
  'municipality',
  'funder',
  'auditor',
  'administrator',
  'data-protection-lead',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

/** Who did it. `organisation` is required for university, company and mentor. */
export interface Actor {
  readonly role: Role;
  readonly organisation?: string;
}

/** Roles that act for an organisation, which must be the one of the nomination, placement or contract. */
export const ORGANISATION_ROLES: readonly Role[] = ['university', 'company', 'mentor'];
