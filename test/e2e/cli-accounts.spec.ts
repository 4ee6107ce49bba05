import type { JsonObject } from '@lotse/domain';
import { testServices } from '@lotse/testing';
import { unzipSync } from 'fflate';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { callInProcess } from './support/call-in-process';
import { openCallHome, type CallHome } from './support/call-home';
import { example, json, type Ended } from './support/lotse';

jest.setTimeout(480_000);

const COORDINATOR = 'role=coordinator,programme=kg-glass-2023';

/** Accounts, tokens, links, data protection and retention on the command line, on one installation with the reference project. */
describe('lotse', () => {
  let home: CallHome;
  let account: string;
  const call = (...args: readonly string[]): Promise<Ended> => home.call(args);
  const answer = async <T = JsonObject>(...args: readonly string[]): Promise<T> =>
    json<T>(await call(...args, '--json'));
  /** Exit status and code of a refusal, as people see it. */
  const refused = async (...args: readonly string[]): Promise<string> => {
    const { code, stderr } = await call(...args);
    expect(stderr).not.toMatch(/ {4}at /);
    return `${code} ${/\[([a-z-]+)\]/.exec(stderr)?.[1] ?? stderr}`;
  };

  beforeAll(async () => {
    home = await openCallHome(callInProcess);
    const { code, stderr } = await call('import', example('kg-glass-2023/kg-glass-2023.jsonl'));
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  });
  afterAll(() => home.close());

  describe('account', () => {
    it('invite makes one, and prints its link once', async () => {
      const made = await answer(
        'account',
        'invite',
        '--name',
        'Айгүл Nováková',
        '--email',
        'aigul@lotse.example',
        '--grant',
        COORDINATOR,
        '--site',
        'https://lotse.example.org',
      );
      account = String(made.account);
      expect(made.link).toMatch(/^https:\/\/lotse\.example\.org\/invitation#[\w-]{43}$/);
      const { stdout } = await call('account', 'list');
      expect(stdout).toMatch(
        new RegExp(`^${account} +invited +Айгүл Nováková +coordinator kg-glass-2023`, 'm'),
      );
      expect(stdout).not.toContain(String(made.link).split('#')[1]);
    });

    it.each([
      ['with an address that is taken', ['--email', 'AIGUL@lotse.example'], 'address-taken'],
      ['with an address that is none', ['--email', 'aigul'], 'address-invalid'],
      [
        'with a grant that is none',
        ['--email', 'b@lotse.example', '--grant', 'role=system'],
        'grant-invalid',
      ],
    ])('invite %s is refused', async (_, args, code) => {
      expect(await refused('account', 'invite', '--name', 'B', ...args)).toMatch(
        new RegExp(`^[1-9]\\d* ${code}$`),
      );
      expect(await answer<JsonObject[]>('account', 'list')).toHaveLength(1);
    });

    it('grant and revoke give a role and take it away', async () => {
      const given = await answer('account', 'grant', account, 'role=company,organisation=company-1');
      expect(given).toMatchObject({ role: 'company', organisation: 'company-1', source: 'local' });
      expect(await answer('account', 'revoke', account, String(given.id))).toMatchObject({
        result: 'revoked',
      });
      expect(await answer<JsonObject[]>('account', 'list')).toMatchObject([
        { id: account, grants: [{ role: 'coordinator' }] },
      ]);
      expect(await refused('account', 'grant', 'nobody', COORDINATOR)).toMatch(/account-unknown$/);
    });
  });

  it('token issues one with scopes and days, lists it without its secret and ends it', async () => {
    const scoped = ['--label', 'import', '--scope', 'journey.read', '--days', '7'];
    const { token, issued } = await answer<{ token: string; issued: JsonObject }>(
      'token',
      'issue',
      account,
      ...scoped,
    );
    expect(token).toMatch(/^lotse_at_[\w-]{43}$/);
    const listed = await call('token', 'list', account);
    expect(listed.stdout).toMatch(new RegExp(`^${String(issued.id)} +import .* never +journey\\.read`, 'm'));
    expect(listed.stdout).not.toContain(token);
    expect(await answer('token', 'revoke', account, String(issued.id))).toMatchObject({ result: 'revoked' });
    expect(await refused('token', 'revoke', account, String(issued.id))).toMatch(/credential-unknown$/);
    expect(await refused('token', 'issue', account, '--label', 'x', '--scope', 'everything')).toMatch(
      /fields-invalid$/,
    );
    expect(await refused('token', 'issue', account, '--label', 'x', '--days', '366')).toMatch(
      /fields-invalid$/,
    );
  });

  it('link issues a form for one journey and ends it', async () => {
    const form = ['--role', 'mentor', '--organisation', 'company-1', '--reference', 'mentor-company-1'];
    const more = ['--command', 'start-internship', '--email', 'm@lotse.example', '--once'];
    const made = await answer('link', 'issue', 'j01', ...form, ...more);
    expect(made.link).toMatch(/\/form#lotse_ln_[\w-]{43}$/);
    expect(await answer('link', 'revoke', String(made.id))).toMatchObject({ result: 'revoked' });
    expect(await refused('link', 'revoke', String(made.id))).toMatch(/credential-unknown$/);
    expect(
      await refused('link', 'issue', 'j01', ...form, '--command', 'dance', '--email', 'm@lotse.example'),
    ).toMatch(/unknown-command$/);
  });

  describe('a person', () => {
    let person: string;
    beforeAll(async () => {
      const listed = await answer<{ id: string; status: string }[]>('journey', 'list');
      const closed = listed.find(({ status }) => status === 'closed');
      const shown = await answer<{ state: { person: string } }>('journey', 'show', closed?.id ?? 'none');
      person = shown.state.person;
    });

    it('is exported into a ZIP that its owner alone reads, and not over what is there', async () => {
      const out = join(home.folder, 'subject.zip');
      expect(await answer('subject', 'export', person, '--out', out)).toMatchObject({ person, file: out });
      const names = Object.keys(unzipSync(readFileSync(out)));
      expect(names).toEqual(
        expect.arrayContaining([expect.stringMatching(/\.pdf$/), expect.stringMatching(/\.json$/)]),
      );
      expect(statSync(out).mode & 0o777).toBe(0o600);
      expect((await call('subject', 'export', person, '--out', out)).code).not.toBe(0);
    });

    it('is kept from being erased by a hold, until it is lifted', async () => {
      const set = await answer('hold', 'set', person, '--reason', 'Klage', '--id', 'hold-1');
      expect(set).toMatchObject({ result: 'accepted', id: 'hold-1' });
      expect((await call('hold', 'list')).stdout).toMatch(new RegExp(`^hold-1 +${person} `, 'm'));
      const preview = ['subject', 'erase', person, '--preview'];
      expect((await call(...preview)).stdout).toMatch(/\[legal-hold\]$/m);
      await answer('hold', 'lift', 'hold-1', '--reason', 'Vergleich');
      expect((await call(...preview)).stdout).toMatch(
        new RegExp(`^person_key +1$[^]*^Nothing stands against it: lotse subject erase ${person}$`, 'm'),
      );
    });

    it('is erased with a receipt, and has nothing to export then', async () => {
      // Temporal's histories go too, so a worker is started for it.
      const temporal = { TEMPORAL_ADDRESS: testServices().temporalAddress };
      const erased = await home.start(['subject', 'erase', person, '--json'], { env: temporal });
      const receipt = json<JsonObject>(erased);
      expect(receipt).toMatchObject({ person, cause: 'request', complete: true });
      expect(await refused('subject', 'export', person, '--out', join(home.folder, 'again.zip'))).toMatch(
        /person-erased$/,
      );
      const ledger = readFileSync(join(home.folder, 'erasures.jsonl'), 'utf8');
      expect(JSON.parse(ledger)).toMatchObject({ id: receipt.erasure, person });
    });
  });

  it('retention tells how long each class is kept, keeps one for another period and lists what is due', async () => {
    const { periods } = await answer<{ periods: { dataClass: string; period: string; own: boolean }[] }>(
      'retention',
      'periods',
    );
    const [first] = periods;
    expect(periods.length).toBeGreaterThan(3);
    await answer('retention', 'set', first?.dataClass ?? '', 'P9Y');
    const changed = await answer<{ periods: typeof periods }>('retention', 'periods');
    expect(changed.periods[0]).toMatchObject({ dataClass: first?.dataClass, period: 'P9Y', own: true });
    expect((await call('retention', 'set', first?.dataClass ?? '', 'soon')).code).not.toBe(0);
    const { due } = await answer<{ due: JsonObject[] }>('retention', 'list', '--on', '2050-01-01');
    expect(due.length).toBeGreaterThan(0);
    expect((await call('retention', 'list', '--on', '2001-01-01')).stdout).toContain(
      'Nothing is due on 2001-01-01.',
    );
  });

  it('keys new puts another master key before the one of the folder, rotate wraps everything with it, and all goes on', async () => {
    const { keys: before } = await answer<{ keys: { masterKey: string; keys: number }[] }>('keys', 'list');
    expect(before).toMatchObject([{ state: 'present' }]);
    const [{ masterKey: former, keys } = { masterKey: '', keys: 0 }] = before;
    const { present, earlier } = await answer('keys', 'new');
    expect(earlier).toEqual([former]);
    expect(await answer('keys', 'rotate')).toEqual({ present, keys });
    expect((await call('keys', 'rotate')).stdout).toBe(
      `Every key lies under master key ${String(present)}.\n`,
    );
    expect((await call('keys', 'list')).stdout).toMatch(
      new RegExp(`^${String(present)} +present +${keys}\\n${former} +earlier +0$`, 'm'),
    );
    expect((await answer<JsonObject[]>('account', 'list'))[0]).toMatchObject({ name: 'Айгүл Nováková' });
    const given = { env: { LOTSE_MASTER_KEY: Buffer.alloc(32, 7).toString('base64') } };
    expect((await home.call(['keys', 'new'], given)).stderr).toMatch(/\[key-from-outside\]$/m);
  });

  it('account disable ends it', async () => {
    expect(await answer('account', 'disable', account)).toEqual({ account, status: 'disabled' });
    expect(await answer<JsonObject[]>('account', 'list')).toMatchObject([
      { id: account, status: 'disabled' },
    ]);
  });
});
