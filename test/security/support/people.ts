import type { DemoAccount } from '@lotse/accounts';
import { TWIN } from './twin-cohort';

const PROGRAMME = 'kg-glass-2023';

const user = (id: string, ...grants: DemoAccount['grants'][number][]): DemoAccount => ({
  id: `demo-${id}`,
  name: `Анна ${id}`,
  grants,
});

/** One account for each role of the first tenant; the second tenant's people are the same under its own ids. */
export const PEOPLE: readonly DemoAccount[] = [
  user('administrator', { role: 'administrator' }),
  user('coordinator', { role: 'coordinator', programme: PROGRAMME }),
  user('second', { role: 'coordinator', programme: PROGRAMME }),
  user('named', { role: 'coordinator', programme: PROGRAMME, duties: ['complaints'] }),
  user('lead', { role: 'data-protection-lead', programme: PROGRAMME }),
  user('auditor', { role: 'auditor', programme: PROGRAMME }),
  user('funder', { role: 'funder', programme: PROGRAMME, organisation: 'funder' }),
  user('candidate', { role: 'candidate', person: 'p01' }),
  user('company', { role: 'company', organisation: 'company-1' }),
  user('mentor', { role: 'mentor', organisation: 'company-1', reference: 'mentor-company-1' }),
  user('university', { role: 'university', organisation: 'uni-1' }),
  user('assessor', { role: 'assessor', programme: PROGRAMME, reference: 'assessor-1' }),
  user('municipality', {
    role: 'municipality',
    organisation: 'partner-migration-office',
    programme: PROGRAMME,
  }),
  user('twin-coordinator', { role: 'coordinator', programme: `${TWIN}${PROGRAMME}` }),
  user('twin-company', { role: 'company', organisation: `${TWIN}company-1` }),
  user('twin-university', { role: 'university', organisation: `${TWIN}uni-1` }),
  user('twin-candidate', { role: 'candidate', person: `${TWIN}p01` }),
];
