import type { DemoAccount } from '@lotse/accounts';

const PROGRAMME = 'kg-glass-2023';
const numbers = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** Made-up users of the reference programme, one for each part that somebody can have in it. */
export const DEMO_USERS: readonly DemoAccount[] = [
  { id: 'demo-coordinator', name: 'Katrin Vogel', grants: [{ role: 'coordinator', programme: PROGRAMME }] },
  {
    id: 'demo-complaints',
    name: 'Мария Лебедева',
    grants: [{ role: 'coordinator', programme: PROGRAMME, duties: ['complaints'] }],
  },
  ...numbers(4).map((number): DemoAccount => ({
    id: `demo-company-${number}`,
    name: `Personalabteilung ${number}`,
    grants: [{ role: 'company', organisation: `company-${number}` }],
  })),
  {
    id: 'demo-mentor',
    name: 'Jürgen Weiß',
    grants: [{ role: 'mentor', organisation: 'company-1', reference: 'mentor-company-1' }],
  },
  ...numbers(3).map((number): DemoAccount => ({
    id: `demo-university-${number}`,
    name: ['Нурзат Абдыкадырова', 'Өмүрбек Токтосунов', 'Elena Petrowa'][number - 1] ?? '',
    grants: [{ role: 'university', organisation: `uni-${number}` }],
  })),
  {
    id: 'demo-assessor',
    name: 'Dr. Ines Hoffmann',
    grants: [{ role: 'assessor', programme: PROGRAMME, reference: 'assessor-1' }],
  },
  {
    id: 'demo-funder',
    name: 'Thomas Richter',
    grants: [{ role: 'funder', programme: PROGRAMME, organisation: 'funder' }],
  },
  { id: 'demo-candidate', name: 'Азамат Asanov', grants: [{ role: 'candidate', person: 'p01' }] },
  {
    id: 'demo-municipality',
    name: 'Ausländerbehörde',
    grants: [{ role: 'municipality', organisation: 'partner-migration-office' }],
  },
  { id: 'demo-administrator', name: 'Айсулуу Жумабаева', grants: [{ role: 'administrator' }] },
  { id: 'demo-auditor', name: 'Petra Lange', grants: [{ role: 'auditor', programme: PROGRAMME }] },
  {
    id: 'demo-data-protection',
    name: 'Dr. Olaf Brandt',
    grants: [{ role: 'data-protection-lead' }],
  },
];
