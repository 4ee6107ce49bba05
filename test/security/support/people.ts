import type { DemoAccount } from '@lotse/accounts';
import type { Grant } from '@lotse/policy';
import { TWIN } from './twin-cohort';

export const PROGRAMME = 'kg-glass-2023';

/** What each role of the first tenant holds; more of the second's people than these there are none. */
const HELD: Readonly<Record<string, Grant>> = {
  coordinator: { role: 'coordinator', programme: PROGRAMME },
  named: { role: 'coordinator', programme: PROGRAMME, duties: ['complaints'] },
  lead: { role: 'data-protection-lead', programme: PROGRAMME },
  auditor: { role: 'auditor', programme: PROGRAMME },
  funder: { role: 'funder', programme: PROGRAMME, organisation: 'funder' },
  candidate: { role: 'candidate', person: 'p01' },
  company: { role: 'company', organisation: 'company-1' },
  mentor: { role: 'mentor', organisation: 'company-1', reference: 'mentor-company-1' },
  university: { role: 'university', organisation: 'uni-1' },
  assessor: { role: 'assessor', programme: PROGRAMME, reference: 'assessor-1' },
  municipality: { role: 'municipality', organisation: 'partner-migration-office', programme: PROGRAMME },
};

/** Everybody of one tenant, without those who administer the installation. */
export const TENANT_ROLES: readonly string[] = Object.keys(HELD);

const user = (id: string, grant: Grant): DemoAccount => ({
  id: `demo-${id}`,
  name: `Анна ${id}`,
  grants: [grant],
});

const twinOf = (grant: Grant): Grant => ({
  ...grant,
  ...(grant.programme === undefined ? {} : { programme: `${TWIN}${grant.programme}` }),
  ...(grant.person === undefined ? {} : { person: `${TWIN}${grant.person}` }),
  ...(grant.organisation === undefined ? {} : { organisation: `${TWIN}${grant.organisation}` }),
  ...(grant.reference === undefined ? {} : { reference: `${TWIN}${grant.reference}` }),
});

/** One account for each role of the first tenant; the second tenant's people are the same under its own ids. */
export const PEOPLE: readonly DemoAccount[] = [
  user('administrator', { role: 'administrator' }),
  user('second', { role: 'coordinator', programme: PROGRAMME }),
  user('colleague', { role: 'company', organisation: 'company-1' }),
  user('twin-second', { role: 'coordinator', programme: `${TWIN}${PROGRAMME}` }),
  ...Object.entries(HELD).map(([role, grant]) => user(role, grant)),
  ...Object.entries(HELD).map(([role, grant]) => user(`twin-${role}`, twinOf(grant))),
];
