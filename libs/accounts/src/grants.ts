import { ORGANISATION_ROLES, ROLES } from '@lotse/domain';
import type { Grant } from '@lotse/policy';
import type { StoredGrant } from './ports/account-store.port';
import { newId } from './secrets';

const ID = /^[A-Za-z0-9._-]{1,64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const IDS = ['programme', 'organisation', 'person', 'reference'] as const;
const FIELDS: readonly string[] = ['role', ...IDS, 'duties', 'from', 'to'];

/** Roles held for an organisation; a mentor's is that of its reference. */
const FOR_ORGANISATION: readonly string[] = [
  ...ORGANISATION_ROLES.filter((role) => role !== 'mentor'),
  'municipality',
  'funder',
];

const isId = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && ID.test(value));
const isDay = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`)));

/** A role without what it is held for would reach everybody's: such a grant is none. */
const isWhole = ({ role, organisation, person, reference }: Grant): boolean =>
  (!FOR_ORGANISATION.includes(role) || organisation !== undefined) &&
  (role !== 'candidate' || person !== undefined) &&
  (role !== 'mentor' || (reference !== undefined && organisation !== undefined)) &&
  (role !== 'assessor' || reference !== undefined);

/** A grant as somebody wrote it; undefined when it is none. Nobody is made `system`, and links are not given out here. */
export function grantOf(given: unknown): Grant | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const fields = new Map<string, unknown>(Object.entries(given));
  if ([...fields.keys()].some((name) => !FIELDS.includes(name))) return undefined;
  const role = ROLES.find((known) => known === fields.get('role'));
  if (role === undefined || role === 'system') return undefined;
  if (!IDS.every((name) => isId(fields.get(name))) || !isDay(fields.get('from')) || !isDay(fields.get('to')))
    return undefined;
  const duties = fields.get('duties');
  if (duties !== undefined && !(Array.isArray(duties) && duties.every((duty) => duty === 'complaints')))
    return undefined;
  const texts = [...IDS, 'from', 'to'].flatMap((name) => {
    const value = fields.get(name);
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const grant: Grant = {
    role,
    ...Object.fromEntries(texts),
    ...(duties === undefined ? {} : { duties: ['complaints'] }),
  };
  return isWhole(grant) ? grant : undefined;
}

export const storedGrant = (grant: Grant, source: StoredGrant['source']): StoredGrant => ({
  ...grant,
  id: newId(),
  source,
});
