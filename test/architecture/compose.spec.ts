import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PROJECT } from './planted-tree';

const SOUND = `services:
  database:
    image: postgres:18.4
    ports: ['127.0.0.1:5432:5432']
    healthcheck: { test: [CMD, pg_isready], interval: 5s }
`;

describe('the Compose file', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lotse-compose-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const check = (compose?: string): { status: number | null; stderr: string } => {
    const file = join(folder, 'docker-compose.yml');
    if (compose !== undefined) writeFileSync(file, compose);
    const args = compose === undefined ? [] : [file];
    return spawnSync(process.execPath, [join(PROJECT, 'tools/check-compose.js'), ...args], {
      encoding: 'utf8',
    });
  };

  it('of this project is valid', () => {
    expect(check()).toMatchObject({ status: 0, stderr: '' });
  });

  it('has what every process says shipped by TLS where somebody asks for it', () => {
    const services = (
      file: string,
    ): Record<string, { restart?: string; logging?: { driver: string; options: object } }> =>
      parse(readFileSync(join(PROJECT, file), 'utf8'), { merge: true }).services;
    const shipped = services('docker/logs.yml');
    const staying = Object.entries(services('docker-compose.yml'))
      .filter(([name, { restart }]) => restart !== undefined && name !== 'mailbox')
      .map(([name]) => name);
    expect(Object.keys(shipped).sort()).toEqual(staying.sort());
    for (const { logging } of Object.values(shipped)) {
      expect(logging).toMatchObject({
        driver: 'syslog',
        options: {
          'syslog-address': expect.stringMatching(/^tcp\+tls:/),
          'syslog-tls-ca-cert': expect.anything(),
        },
      });
      expect(logging?.options).not.toHaveProperty('syslog-tls-skip-verify');
    }
  });

  it('passes when it is sound', () => {
    expect(check(SOUND)).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    ['a misspelt key', SOUND.replace('ports:', 'prots:'), 'must NOT have additional properties'],
    ['a wrong type', SOUND.replace('interval: 5s', 'retries: [5]'), '/services/database/healthcheck/retries'],
    ['an image without a full version', SOUND.replace('postgres:18.4', 'postgres:latest'), 'pin the image'],
    ['a port open to the network', SOUND.replace('127.0.0.1:5432:5432', '5432:5432'), 'on 127.0.0.1 only'],
    ['a service nobody watches', SOUND.replace(/ {4}healthcheck.*\n/, ''), 'add a health check'],
  ])('fails for %s', (_what, compose, fault) => {
    const { status, stderr } = check(compose);
    expect(status).toBe(1);
    expect(stderr).toContain(fault);
  });
});
