import type { BulkRow, InboxPage } from '@lotse/journeys';
import { dayInBerlin, type JsonObject } from '@lotse/domain';
import { BRANCHES_SHOWN } from './support/branches-shown';
import { callInProcess } from './support/call-in-process';
import { openCallHome, type CallHome } from './support/call-home';
import { example, json, ndjson, type Ended } from './support/lotse';

jest.setTimeout(480_000);

const TODAY = dayInBerlin(new Date());
const hold = (id: string, journey: string): JsonObject => ({
  type: 'command',
  id,
  journey,
  command: 'hold',
  happenedOn: TODAY,
  by: { role: 'coordinator' },
  data: { reason: 'waits for a letter' },
});

const literal = (text: string): string => text.replaceAll(/[.()[\]{}*+?^$|\\]/g, '\\$&');

/** Working with journeys on the command line, on the journeys of the failure branches. */
describe('lotse', () => {
  let home: CallHome;
  const lines = (...rows: readonly (JsonObject | string)[]): string =>
    rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
  const brief = (ended: Ended): (string | null)[][] =>
    ndjson<BulkRow>(ended).map(({ journey, command = null, result, refusal }) => [
      journey,
      command,
      refusal?.code ?? result,
    ]);

  beforeAll(async () => {
    home = await openCallHome(callInProcess);
    const { code, stderr } = await home.call(['import', example('branches/branches.jsonl')]);
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  });
  afterAll(() => home.close());

  it.each(BRANCHES_SHOWN)(
    'journey show of branch $branch ($journey) tells stage, axes, clocks with their source and what sets it apart',
    async ({ journey, stands, says, clocks }) => {
      const { stdout } = await home.call(['journey', 'show', journey, '--text']);
      const shown = stdout.replaceAll(/,\n +/g, ', ').replaceAll(/ +/g, ' ');
      expect(shown).toContain(`Journey ${journey}: ${stands}`);
      for (const axis of ['nomination sent', 'selection ', 'consent participation given'])
        expect(shown).toContain(`\n${axis}`);
      for (const piece of says) expect(shown).toContain(piece);
      const rows = shown.split('\n');
      for (const [row, source] of clocks)
        expect(rows).toContainEqual(
          expect.stringMatching(new RegExp(`^${literal(row)}.* ${literal(source)}$`)),
        );
      if (clocks.some(([row]) => row.includes(' law '))) expect(shown).toContain('This is no legal advice.');
    },
  );

  it('journey show tells whose turn it is, and strikes what was corrected', async () => {
    const { stdout: refused } = await home.call(['journey', 'show', 'branch-07']);
    expect(refused).toMatch(/What is to be done \(waiting for the coordinator\)/);
    expect(refused).toMatch(/^ARR +coordinator +second-title-granted \(coordinator\)/m);
    const { stdout: aborted } = await home.call(['journey', 'show', 'branch-11', '--text']);
    expect(aborted).toMatch(/^ +~~27 .*superseded by 28.*workedDays 21.*~~$/m);
    expect(aborted).toMatch(/^ +28 .*supersedes 27.*workedDays 16.*Five days of illness/m);
    expect((await home.call(['journey', 'show', 'branch-11'])).stdout).not.toContain('Five days of illness');
  });

  it('inbox lists what is overdue first, and for a role what it waits for', async () => {
    const { stdout } = await home.call(['inbox', '--role', 'coordinator']);
    expect(stdout).toMatch(/^Overdue: [1-9][^]*^To do: [1-9][^]*^Waiting on others: [1-9]/m);
    const { tasks, waiting } = json<InboxPage & { waiting: InboxPage }>(
      await home.call(['inbox', '--role', 'coordinator', '--organisation', 'br-company-2', '--json']),
    );
    expect(new Set(tasks.map(({ journey }) => journey))).toContain('branch-14');
    expect(waiting.tasks.filter(({ who }) => who === 'coordinator')).toEqual([]);
  });

  it('task snooze puts a task off until a day to come', async () => {
    const inbox = ['inbox', '--journey', 'branch-14', '--json'];
    const { tasks } = json<InboxPage>(await home.call(inbox));
    const key = tasks.find(({ kind }) => kind === 'guard')?.key ?? '';
    const snooze = (until: string): Promise<Ended> =>
      home.call(['task', 'snooze', 'branch-14', key, '--until', until]);
    expect(await snooze('2020-01-01')).toMatchObject({
      code: 2,
      stdout: expect.stringMatching(/day-not-allowed/),
    });
    expect(await snooze('2099-01-01')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/accepted$/m),
    });
    expect(json<InboxPage>(await home.call(inbox)).tasks.map((task) => task.key)).not.toContain(key);
    const off = json<InboxPage>(await home.call([...inbox, '--snoozed']));
    expect(off.tasks).toMatchObject([{ key, followUpOn: '2099-01-01' }]);
  });

  it('task hand-over gives a task to an account', async () => {
    const [task] = json<InboxPage>(await home.call(['inbox', '--journey', 'branch-14', '--json'])).tasks;
    const key = task?.key ?? '';
    const handOver = (reason: string): Promise<Ended> =>
      home.call(['task', 'hand-over', 'branch-14', key, '--to', 'anna', '--reason', reason]);
    expect((await handOver('illness')).code).toBe(2);
    expect(await handOver('absence')).toMatchObject({ code: 0, stdout: expect.stringMatching(/accepted$/m) });
    expect(json<InboxPage>(await home.call(['inbox', '--handed-to', 'anna', '--json'])).tasks).toMatchObject([
      { journey: 'branch-14', key, handedTo: 'anna', handoverReason: 'absence' },
    ]);
  });

  it('task remind says that nobody is written to without an address', async () => {
    const [task] = json<InboxPage>(await home.call(['inbox', '--journey', 'branch-14', '--json'])).tasks;
    const ended = await home.call(['task', 'remind', 'branch-14', task?.key ?? '', '--json']);
    expect(ended.code).toBe(2);
    expect(json(ended)).toMatchObject({
      result: 'refused',
      refusal: { unmet: [{ guard: 'contact-point' }] },
    });
  });

  it('deputy add, list and withdraw keep who stands in', async () => {
    const days = ['--from', '2026-07-01', '--to', '2026-07-31'];
    expect((await home.call(['deputy', 'add', 'anna', 'anna', ...days])).code).toBe(2);
    expect(json(await home.call(['deputy', 'add', 'anna', 'ben', ...days, '--json']))).toEqual({
      result: 'accepted',
      number: 1,
    });
    const list = ['deputy', 'list', '--deputy', 'ben', '--on', '2026-07-15', '--json'];
    expect(json(await home.call(list))).toMatchObject([{ account: 'anna', number: 1, to: '2026-07-31' }]);
    expect((await home.call(['deputy', 'withdraw', 'anna', '1'])).code).toBe(0);
    expect(json(await home.call(list))).toEqual([]);
    expect((await home.call(['deputy', 'list'])).stderr).toContain('[option-missing]');
  });

  it('inbox --account is refused for nobody, and for one that was never used', async () => {
    expect((await home.call(['inbox', '--account', 'nobody'])).stderr).toContain('[account-unknown]');
    const grant = 'role=company,organisation=br-company-2';
    const invited = ['--name', 'Ben Lange', '--email', 'ben@example.org', '--grant', grant, '--json'];
    const { account } = json<{ account: string }>(await home.call(['account', 'invite', ...invited]));
    expect((await home.call(['inbox', '--account', account])).stderr).toContain('[account-not-active]');
  });

  it('preview shows what a command would change, command gives it, once', async () => {
    const input = lines(hold('t-1', 'branch-13'));
    const { stdout } = await home.call(['preview', '-'], { input });
    expect(stdout).toMatch(/^command t-1 \(hold\): would-be-accepted/);
    expect(stdout).toMatch(/^ {4}status open → on-hold$/m);
    expect(stdout).toMatch(/^ {4}clock degree 2027-02-28, standing still$/m);
    expect((await home.call(['command', '-'], { input })).stdout).toMatch(
      /^command t-1 \(hold\): accepted \(version \d+\)$/m,
    );
    expect(json(await home.call(['command', '-', '--json'], { input }))).toMatchObject({
      result: 'repeated',
    });
    const refused = await home.call(['command', '-'], { input: lines(hold('t-2', 'branch-13')) });
    expect(refused).toMatchObject({ code: 2, stdout: expect.stringMatching(/journey-open/) });
    expect((await home.call(['command', '-'], { input: 'no' })).stderr).toContain('[json-invalid]');
  });

  it('bulk answers each row, keeps nothing in a dry run, and undo takes the whole back', async () => {
    const input = lines(hold('b-1', 'branch-05'), hold('b-2', 'branch-99'), '{', hold('b-3', 'branch-16'));
    const dry = await home.call(['bulk', '-', '--dry-run', '--json'], { input });
    expect(dry.code).toBe(2);
    expect(brief(dry).map(([, , result]) => result)).toEqual([
      'would-be-accepted',
      'journey-unknown',
      'line-unreadable',
      'would-be-accepted',
    ]);
    const done = await home.call(['bulk', '-', '--batch', 'letters', '--json'], { input });
    expect(brief(done).filter(([, , result]) => result === 'accepted')).toHaveLength(2);
    expect(done.stderr).toContain('4 rows: 2 accepted, 0 repeated, 2 refused');
    expect(done.stderr).toContain('lotse undo letters');
    const undone = await home.call(['undo', 'letters', '--reason', 'the letters are here', '--json']);
    expect(brief(undone)).toEqual([
      ['branch-05', 'resume', 'accepted'],
      ['branch-16', 'resume', 'accepted'],
    ]);
    expect((await home.call(['undo', 'no-such', '--reason', 'x'])).stderr).toContain('[batch-unknown]');
  });

  it('organisation fail --preview lists journeys, tasks and clocks that would follow, and keeps nothing', async () => {
    const fail = [
      'organisation',
      'fail',
      'br-company-2',
      '--on',
      TODAY,
      '--reason',
      'insolvency',
      '--preview',
    ];
    const { code, stdout } = await home.call(fail);
    expect(code).toBe(0);
    expect(stdout).toMatch(/cancel-placement of branch-06: would-be-accepted/);
    expect(stdout).toMatch(/end-placement of branch-12: would-be-accepted/);
    expect(stdout).toMatch(/retract-contract of branch-14: would-be-accepted/);
    expect(stdout).toMatch(/^ {4}task for coordinator \(rematch\): Find another place/m);
    expect(brief(await home.call([...fail, '--json'])).map(([journey]) => journey)).toEqual([
      'branch-06',
      'branch-10',
      'branch-12',
      'branch-14',
    ]);
  });

  it('person merge --preview says which journeys would go to the other record', async () => {
    const reason = ['--reason', 'one person', '--approved-by', 'second', '--preview', '--json'];
    const free = await home.call(['person', 'merge', 'br-p02', 'br-p03', ...reason]);
    expect(brief(free)).toEqual([['branch-02', 'merge-person', 'would-be-accepted']]);
    const both = await home.call(['person', 'merge', 'br-p05', 'br-p03', ...reason]);
    expect(both.code).toBe(2);
    expect(brief(both)).toEqual([['branch-05', 'merge-person', 'guards-unmet']]);
  });

  it('projections verify finds nothing wrong, and rebuild changes nothing', async () => {
    const none = { deviating: 0, deviations: [] };
    const right = { journeys: 18, ...none, figures: none };
    expect(json(await home.call(['projections', 'verify', '--json']))).toMatchObject(right);
    expect(json(await home.call(['projections', 'rebuild', '--json']))).toMatchObject(right);
  });

  it('mail address keeps addresses that nobody can read from the list, and refuses what is none', async () => {
    const put = ['mail', 'address', 'put', 'office', '-', '--programme', 'glass-branches-2024'];
    const role = ['--role', 'coordinator'];
    expect((await home.call([...put, ...role], { input: 'büro@example.org\n' })).code).toBe(0);
    const list = ['mail', 'address', 'list', '--programme', 'glass-branches-2024'];
    const { stdout } = await home.call(list);
    expect(stdout).toMatch(/^office +coordinator/m);
    expect(stdout).not.toContain('example.org');
    const wrong = await home.call([...put, ...role], { input: 'a b@example.org' });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/\[mail-address-invalid\]\n$/);
    expect(wrong.stderr).not.toContain('example.org');
    expect((await home.call([...put, '--role', 'candidate'], { input: 'x@y.z' })).stderr).toContain(
      '--person',
    );
    expect((await home.call(['mail', 'address', 'remove', 'office'])).code).toBe(0);
    expect(json(await home.call([...list, '--json']))).toEqual([]);
    expect(json(await home.call(['mail', 'dead', '--json']))).toEqual([]);
  });
});
