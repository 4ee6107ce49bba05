import type { ListedAccount } from '@lotse/accounts';
import type { Grant } from '@lotse/policy';
import { colleaguesOf } from './colleagues';

const account = (name: string, grant: Grant, status: ListedAccount['status'] = 'active'): ListedAccount => ({
  id: name.toLowerCase(),
  name,
  status,
  language: 'de',
  createdAt: '2024-01-01T00:00:00.000Z',
  grants: [{ ...grant, id: `g-${name}`, source: 'local' }],
});
const glass = { role: 'coordinator', programme: 'glass' } as const;
const EVERYBODY = [
  account('Нурлан', glass),
  account('Anna', { role: 'administrator' }),
  account('Bert', { role: 'coordinator', programme: 'steel' }),
  account('Gone', glass, 'disabled'),
  account('Over', { ...glass, to: '2024-09-01' }),
  account('Carla', { role: 'company', organisation: 'c1', programme: 'glass' }),
  account('Dana', { role: 'company', organisation: 'c2', programme: 'glass' }),
  account('Өмүрбек', { role: 'candidate', person: 'p1' }),
];
const namesFor = (...grants: readonly Grant[]): readonly string[] =>
  colleaguesOf(grants, EVERYBODY, new Date('2024-09-02T10:00:00Z')).map(({ name }) => name);

describe('whom a task can be handed to', () => {
  it('those who run the same programme, and no one who has left', () => {
    expect(namesFor(glass)).toEqual(['Anna', 'Нурлан']);
  });

  it('those of the own company alone', () => {
    expect(namesFor({ role: 'company', organisation: 'c1' })).toEqual(['Carla']);
  });

  it('nobody by a grant that is for one person', () => {
    expect(namesFor({ role: 'candidate', person: 'p2' })).toEqual([]);
  });
});
