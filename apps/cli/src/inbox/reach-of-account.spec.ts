import { Refused, type Accounts, type ListedAccount } from '@lotse/accounts';
import type { Grant } from '@lotse/policy';
import { reachOfAccount } from './reach-of-account';

type Status = ListedAccount['status'];

const account = (id: string, status: Status, ...grants: readonly Grant[]): ListedAccount => ({
  id,
  name: `Айгерим ${id}`,
  status,
  language: 'de',
  createdAt: '2026-01-01T00:00:00.000Z',
  grants: grants.map((grant, place) => ({ ...grant, id: `${id}-${place}`, source: 'local' })),
});

const ACCOUNTS = [
  account('anna', 'active', { role: 'company', organisation: 'company-1' }),
  account(
    'ben',
    'active',
    { role: 'mentor', organisation: 'company-2', reference: 'mentor-2' },
    { role: 'company', organisation: 'company-9', to: '2020-12-31' },
  ),
  account('carla', 'disabled', { role: 'coordinator' }),
  account('dinara', 'active', { role: 'coordinator' }),
];

const directory: Pick<Accounts['directory'], 'find'> = {
  find: (id) => Promise.resolve(ACCOUNTS.find((known) => known.id === id) ?? new Refused('account-unknown')),
};

describe('the inbox of an account', () => {
  it('holds what it holds itself today, and nothing of a role that is over', async () => {
    const { reach, sight } = await reachOfAccount({ directory }, 'ben', []);
    expect(reach).toMatchObject({ references: ['mentor-2'], organisations: [], programmes: [] });
    expect(sight?.roles).toEqual(['mentor']);
  });

  it('holds also what those hold for whom it stands in, unless they may not sign in', async () => {
    const { reach, sight } = await reachOfAccount({ directory }, 'ben', ['anna', 'carla', 'gone']);
    expect(reach).toMatchObject({ references: ['mentor-2'], organisations: ['company-1'] });
    expect(sight?.roles).toEqual(['mentor', 'company']);
  });

  it('is whole for who coordinates every programme', async () => {
    expect(await reachOfAccount({ directory }, 'dinara', [])).not.toHaveProperty('reach');
  });

  it('is refused for an account that is not there, or that may not sign in', async () => {
    await expect(reachOfAccount({ directory }, 'gone', [])).rejects.toMatchObject({
      code: 'account-unknown',
    });
    await expect(reachOfAccount({ directory }, 'carla', [])).rejects.toMatchObject({
      code: 'account-not-active',
    });
  });
});
