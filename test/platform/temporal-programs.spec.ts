import { temporalVersion } from '@lotse/platform';
import { sourceCommand } from '@lotse/testing';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { newFolder, removeFolders } from './support/homes';

/** What the fixture process answers and says. */
interface Provided {
  binaries?: { server: string; sqlTool: string; source: string };
  error?: string;
  progress: string;
}

const closedPort = 'http://127.0.0.1:1';
const node = dirname(process.execPath);

function provide(variables: Record<string, string>): Promise<Provided> {
  const { command, args } = sourceCommand('test/platform/support/provide-temporal.main.ts');
  const child = spawn(command, args, {
    env: { PATH: `${node}:/usr/bin:/bin`, LOTSE_TEMPORAL_RELEASES: closedPort, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let progress = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (progress += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('close', () => {
      try {
        resolve({ ...(JSON.parse(out) as Omit<Provided, 'progress'>), progress });
      } catch {
        reject(new Error(`The process said: ${progress}`));
      }
    });
  });
}

/** A program that knows its version, and nothing else. */
function program(version: string): string {
  return `#!/bin/sh\necho "temporal version ${version}"\n`;
}

/** Programs of this version in a new folder. */
function programsOf(version: string, names = ['temporal-server', 'temporal-sql-tool']): string {
  const folder = newFolder();
  for (const name of names) writeFileSync(join(folder, name), program(version), { mode: 0o755 });
  return folder;
}

/** A `go` that "builds" the two programs into GOBIN and counts how often it was called. */
function fakeGo(): { folder: string; calls: () => number } {
  const folder = newFolder();
  const script = [
    '#!/bin/sh',
    `echo "$@" >> ${folder}/calls`,
    'echo "go: downloading go.temporal.io/server" >&2',
    'echo "go.temporal.io/server/common" >&2',
    `for name in server sql; do printf '${program(temporalVersion.server).replaceAll('\n', '\\n')}' > "$GOBIN/$name"; chmod +x "$GOBIN/$name"; done`,
  ];
  writeFileSync(join(folder, 'go'), script.join('\n'), { mode: 0o755 });
  return { folder, calls: () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n').length };
}

/** A mirror of the releases with an archive of fake programs, and the checksum it publishes for it. */
async function mirror(checksum?: string): Promise<{ url: string; server: Server }> {
  const folder = programsOf(temporalVersion.server);
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  const name = `temporal_${temporalVersion.server}_${process.platform}_${architecture}.tar.gz`;
  execFileSync('tar', ['-czf', join(folder, name), '-C', folder, 'temporal-server', 'temporal-sql-tool']);
  const archive = readFileSync(join(folder, name));
  const published = checksum ?? createHash('sha256').update(archive).digest('hex');
  const server = createServer((request, response) => {
    const wanted = request.url?.replace(`/v${temporalVersion.server}/`, '');
    if (wanted === 'checksums.txt') response.end(`${'0'.repeat(64)}  other.tar.gz\n${published}  ${name}\n`);
    else if (wanted === name) response.end(archive);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

afterAll(removeFolders);

jest.setTimeout(30_000);

describe('the Temporal programs', () => {
  it('are taken from PATH when both are of the pinned version', async () => {
    const folder = programsOf(temporalVersion.server);
    const { binaries } = await provide({ PATH: `${folder}:${node}:/bin`, LOTSE_CACHE: newFolder() });
    expect(binaries).toMatchObject({ server: join(folder, 'temporal-server'), source: 'path' });
  });

  it('are not taken from PATH when they are of another version or one is missing', async () => {
    const older = programsOf('1.29.1');
    const half = programsOf(temporalVersion.server, ['temporal-server']);
    const go = fakeGo();
    const cache = newFolder();
    const { binaries } = await provide({
      PATH: `${older}:${half}:${go.folder}:${node}:/bin`,
      LOTSE_CACHE: cache,
    });
    expect(binaries).toMatchObject({ source: 'cache' });
    expect(binaries?.server.startsWith(cache)).toBe(true);
  });

  it('come from the release archive when its checksum is the published one, once', async () => {
    const { url, server } = await mirror();
    const variables = { LOTSE_TEMPORAL_RELEASES: url, LOTSE_CACHE: newFolder() };
    const first = await provide(variables);
    expect(first.binaries).toMatchObject({ source: 'cache' });
    expect(first.progress).toContain('Downloading the Temporal server: 100 %');
    await new Promise((resolve) => server.close(resolve));
    expect((await provide(variables)).binaries).toEqual(first.binaries);
  });

  it('never come from an archive with another checksum', async () => {
    const { url, server } = await mirror('f'.repeat(64));
    const cache = newFolder();
    const { error } = await provide({ LOTSE_TEMPORAL_RELEASES: url, LOTSE_CACHE: cache });
    expect(error).toContain(`published is ${'f'.repeat(64)}`);
    expect(existsSync(join(cache, `temporal-${temporalVersion.server}`))).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });

  it('are built with Go where no archive can be had, by one of two that want them at once', async () => {
    const go = fakeGo();
    const variables = { PATH: `${go.folder}:${node}:/usr/bin:/bin`, LOTSE_CACHE: newFolder() };
    const [left, right] = await Promise.all([provide(variables), provide(variables)]);
    expect(left.binaries).toMatchObject({ source: 'cache' });
    expect(right.binaries).toEqual(left.binaries);
    expect(go.calls()).toBe(1);
    expect(left.progress + right.progress).toContain('Building the Temporal server: package 1');
  });

  it('are fetched by one of three although the one who fetched them before was killed over it', async () => {
    const go = fakeGo();
    const cache = newFolder();
    mkdirSync(cache, { recursive: true });
    const dead = { pid: 4_194_304, startTime: 'long ago', token: 'dead', details: {} };
    writeFileSync(join(cache, `temporal-${temporalVersion.server}.lock`), JSON.stringify(dead));
    const variables = { PATH: `${go.folder}:${node}:/usr/bin:/bin`, LOTSE_CACHE: cache };
    const all = await Promise.all([provide(variables), provide(variables), provide(variables)]);
    expect(all.map(({ binaries }) => binaries?.source)).toEqual(['cache', 'cache', 'cache']);
    expect(go.calls()).toBe(1);
  });

  it('are missed with one message that lists the choices', async () => {
    const { error } = await provide({ PATH: node, LOTSE_CACHE: newFolder() });
    for (const choice of ['TEMPORAL_ADDRESS', 'on PATH', 'github.com', 'Go 1.26'])
      expect(error).toContain(choice);
    expect(error?.match(/could not be fetched/g)).toHaveLength(1);
  });
});
