import type { AddressBook, ContactPoint } from '@lotse/journeys';

/** Who gets the daily mails of data protection in a demonstration. Made up: `.invalid` never leads anywhere. */
export const DEMO_KEEPERS = {
  LOTSE_PRIVACY_MAIL: 'datenschutz@lotse.invalid',
  LOTSE_AUDIT_MAIL: 'archiv@lotse.invalid',
} as const;

/** One address for each part that is reminded, in the four languages of the mails. */
const ADDRESSES: readonly Omit<ContactPoint, 'programme'>[] = [
  { id: 'demo-office', role: 'coordinator', language: 'de', address: 'buero@lotse.invalid' },
  {
    id: 'demo-lead',
    role: 'data-protection-lead',
    language: 'en',
    address: 'data.protection@lotse.invalid',
  },
  {
    id: 'demo-university',
    role: 'university',
    organisation: 'uni-1',
    language: 'ru',
    address: 'универ@lotse.invalid',
  },
  {
    id: 'demo-company',
    role: 'company',
    organisation: 'company-1',
    language: 'de',
    address: 'personal@glas-eins.invalid',
  },
  {
    id: 'demo-mentor',
    role: 'mentor',
    organisation: 'company-1',
    language: 'de',
    address: 'mentor@glas-eins.invalid',
  },
  { id: 'demo-candidate', role: 'candidate', person: 'p01', language: 'ky', address: 'айбек@lotse.invalid' },
];

/** Keeps the addresses; the same ones again replace those before. */
export async function putDemoAddresses(addresses: AddressBook, programme: string): Promise<number> {
  for (const address of ADDRESSES) await addresses.putContactPoint({ ...address, programme });
  return ADDRESSES.length;
}
