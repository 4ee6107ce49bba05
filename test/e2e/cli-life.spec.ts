import { journeyWorkflowId, wakeSignal } from '@lotse/contracts';
import type { ListedJourney } from '@lotse/journeys';
import {
  connectTemporal,
  parseMasterKey,
  readMasterKey,
  stuckJourneys,
  type MasterKey,
  type ServicesReport,
} from '@lotse/platform';
import { eventually } from '@lotse/testing';
import type { Client } from '@temporalio/client';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { callInProcess } from './support/call-in-process';
import { Call, exampleText, json, lotse, newFolder, removeFolders } from './support/lotse';
import { allGone, runs } from './support/processes';

jest.setTimeout(480_000);

/** A deadline: the product promises to see it by then. */
const STUCK_WITHIN_MS = 120_000;

interface Verified {
  readonly journeys: number;
  readonly verified: number;
  readonly faults: readonly { readonly journey: string; readonly code: string }[];
  readonly pendingWakes: number;
}

/** One data folder from an empty machine through a killed one, with everything embedded and running for real. */
describe('an installation of its own', () => {
  const home = newFolder();
  const running: Call[] = [];
  /** How many journeys have a workflow: those whose deadlines of law run on after their end too, so it depends on today. */
  let open = 0;
  const allWell = (): Verified => ({ journeys: open, verified: open, faults: [], pendingWakes: 0 });
  /** Where services run already, a call needs no process of its own. */
  const call = (...args: readonly string[]) => callInProcess(args, { home });
  const start = (...args: readonly string[]) => lotse(args, { home });
  const verify = async (): Promise<Verified> => json<Verified>(await call('journey', 'verify', '--json'));
  const doctor = async () => json<ServicesReport & { ok: boolean }>(await call('doctor', '--json'));

  async function up(): Promise<Call> {
    const started = new Call(['up', '--json'], { home }, 150_000);
    running.push(started);
    await started.says(/\n/);
    return started;
  }

  afterAll(async () => {
    for (const each of running) each.kill('SIGINT');
    await Promise.all(running.map(({ ended }) => ended));
    removeFolders();
  });

  it('demo --once --json writes every figure of the original project, and of two at once only one imports', async () => {
    const files = ['first.json', 'other.json'].map((name) => join(home, name));
    const demos = await Promise.all(files.map((file) => start('demo', '--once', '--json', file)));
    for (const { code, stderr } of demos) expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    const tallies = demos.map(({ stdout }) => /^661 lines: .*$/m.exec(stdout)?.[0] ?? '');
    expect(tallies.sort()).toEqual([
      '661 lines: 0 accepted, 569 repeated, 92 unchanged, 0 refused',
      '661 lines: 661 accepted, 0 repeated, 0 unchanged, 0 refused',
    ]);
    const expected: unknown = JSON.parse(exampleText('kg-glass-2023/kg-glass-2023.expected.json'));
    for (const { stdout } of demos)
      expect(stdout).toMatch(/^kg-glass-2023 +RET +contract +open +14 +verified$/m);
    for (const file of files)
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject(expected as object);
    expect(demos.map(({ stdout }) => /^630 lines: .* 0 refused$/m.test(stdout))).toEqual([true, true]);
  });

  it('up prints where everything is and keeps its secrets to its owner', async () => {
    const started = await up();
    const addresses = JSON.parse(started.stdout) as Record<string, string>;
    expect(addresses).toMatchObject({
      started: true,
      home,
      api: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/),
    });
    expect((await fetch(addresses.documentation ?? '')).status).toBe(200);
    expect(started.stdout).not.toContain(readFileSync(join(home, 'postgres.password'), 'utf8').trim());
    for (const secret of ['postgres.password', 'master.key', 'administrator.token'])
      expect(`${secret} ${(statSync(join(home, secret)).mode & 0o777).toString(8)}`).toBe(`${secret} 600`);
  });

  it('a second demo beside it uses what runs, imports nothing twice and comes to the same figures', async () => {
    const demo = await start('demo', '--once', '--json');
    expect(demo.code).toBe(0);
    expect(demo.stderr).toContain('661 lines: 0 accepted, 569 repeated, 92 unchanged, 0 refused');
    expect(demo.stdout).toBe(readFileSync(join(home, 'first.json'), 'utf8'));
  });

  it('every journey that is listed as open has its workflow', async () => {
    const journeys = json<ListedJourney[]>(await call('journey', 'list', '--json'));
    open = journeys.filter((journey) => journey.open).length;
    expect(open).toBeGreaterThanOrEqual(14 + 15);
    expect(await verify()).toEqual(allWell());
  });

  it('doctor tells versions, ports and a poller that polls', async () => {
    const report = await doctor();
    expect(report).toMatchObject({
      ok: true,
      holder: { state: 'ready', purpose: 'standing' },
      database: { version: expect.stringMatching(/^18\./), checksums: true },
      temporalServer: { version: '1.32.1', searchAttributesOk: true },
    });
    expect(report.temporalServer?.pollers).toContainEqual(expect.objectContaining({ polling: true }));
    expect(report.services.map(({ name }) => name).sort()).toEqual(['api', 'postgres', 'temporal', 'worker']);
    expect((await call('doctor')).stdout).toContain('Nothing is wrong.');
  });

  async function clientWith(masterKey: MasterKey): Promise<Client> {
    const { services } = await doctor();
    const temporal = services.find(({ name }) => name === 'temporal');
    return connectTemporal({
      TEMPORAL_ADDRESS: `127.0.0.1:${temporal?.port}`,
      TEMPORAL_NAMESPACE: 'lotse',
      LOTSE_MASTER_KEY: masterKey,
    });
  }

  it('verify names a journey whose workflow was ended and one that nobody has, and resume mends', async () => {
    const client = await clientWith(await readMasterKey(join(home, 'master.key')));
    try {
      await client.workflow.getHandle(journeyWorkflowId('j03')).terminate();
      const stranger = await client.workflow.start('contract', {
        workflowId: journeyWorkflowId('nobody'),
        taskQueue: 'unattended',
        args: [{ journeyId: 'nobody' }],
      });
      const broken = await call('journey', 'verify', '--json');
      expect(broken.code).toBe(3);
      expect(json<Verified>(broken)).toMatchObject({
        journeys: open,
        verified: open - 1,
        faults: [
          { journey: 'j03', code: 'workflow-missing' },
          { journey: 'nobody', code: 'workflow-left-over' },
        ],
      });
      await stranger.terminate();
    } finally {
      await client.connection.close();
    }
    expect(json(await call('journey', 'resume', '--json'))).toEqual({ journeys: open, pendingWakes: 0 });
    expect(await verify()).toEqual(allWell());
  });

  it('stuck names a journey whose workflow was told what it cannot read, and restarts it', async () => {
    expect((await call('journey', 'stuck')).stdout).toBe('No journey is stuck.\n');
    const stranger = await clientWith(parseMasterKey(randomBytes(32).toString('base64')));
    try {
      await stranger.workflow.getHandle(journeyWorkflowId('j05')).signal(wakeSignal, { version: 1 });
      await eventually(
        () => stuckJourneys(stranger),
        (found) => found.length > 0,
        STUCK_WITHIN_MS,
      );
    } finally {
      await stranger.connection.close();
    }
    const told = await call('journey', 'stuck');
    expect([told.code, told.stdout]).toEqual([3, expect.stringMatching(/^j05 +\d+ +WorkflowTask/m)]);
    expect(told.stdout).toContain('1 journeys are stuck');
    const cause = expect.stringMatching(/^WorkflowTask(Failed|TimedOut)Cause/);
    expect(json(await call('journey', 'stuck', '--restart', '--json'))).toMatchObject({
      stuck: [{ journeyId: 'j05', cause }],
      restarted: 1,
    });
    expect(json(await call('journey', 'stuck', '--json'))).toEqual({ stuck: [], restarted: 0 });
    expect(await verify()).toEqual(allWell());
  });

  it('a worker that is killed comes back', async () => {
    const [started] = running;
    const worker = (await doctor()).services.find(({ name }) => name === 'worker');
    process.kill(worker?.pid ?? 0, 'SIGKILL');
    await started?.warns(/worker is up again/);
    expect((await doctor()).services.find(({ name }) => name === 'worker')?.pid).not.toBe(worker?.pid);
  });

  it('after kill -9 of everything the next start finds all data and every workflow', async () => {
    const [started] = running.splice(0);
    const { holder, services } = await doctor();
    const pids = [started?.pid ?? 0, holder?.pid ?? 0, ...services.map(({ pid }) => pid)];
    expect(pids.filter(runs)).toHaveLength(6);
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await allGone(pids, 10_000);
    const demo = new Call(['demo'], { home }, 150_000);
    running.push(demo);
    await demo.says(/Lotse is up\.[^]*Data {7}/);
    expect(demo.stdout).toContain('661 lines: 0 accepted, 569 repeated, 92 unchanged, 0 refused');
    const [, mailbox = ''] = /Mailbox {4}(http\S+)/.exec(demo.stdout) ?? [];
    expect(await (await fetch(mailbox)).text()).toContain('Mailbox');
    expect(await verify()).toEqual(allWell());
    expect(
      json(await call('sheet', '--programme', 'kg-glass-2023', '--as-of', '2025-06-30', '--json')),
    ).toMatchObject({
      students: 15,
      workMonths: '75',
    });
  });

  it('Ctrl-C ends everything clean within ten seconds', async () => {
    const [started] = running.splice(0);
    const { holder, services } = await doctor();
    const pids = [holder?.pid ?? 0, ...services.map(({ pid }) => pid)];
    const deadline = AbortSignal.timeout(10_000);
    started?.kill('SIGINT');
    expect(await started?.ended).toMatchObject({ code: 0 });
    expect(deadline.aborted).toBe(false);
    expect(pids.filter(runs)).toEqual([]);
    expect(existsSync(join(home, 'services.json'))).toBe(false);
  });

  it('when the supervisor is killed up ends what it left and says so with 4', async () => {
    const started = await up();
    running.splice(0);
    const { holder, services } = await doctor();
    process.kill(holder?.pid ?? 0, 'SIGKILL');
    const { code, stderr } = await started.ended;
    expect(code).toBe(4);
    expect(stderr).toContain('[supervisor-ended]');
    await allGone(
      services.map(({ pid }) => pid),
      10_000,
    );
  });

  it('verify starts what it needs for its own duration and leaves nothing behind', async () => {
    expect(json<Verified>(await start('journey', 'verify', '--json'))).toEqual(allWell());
    expect(await doctor()).toMatchObject({ ok: true, services: [], orphans: [] });
  });
});
