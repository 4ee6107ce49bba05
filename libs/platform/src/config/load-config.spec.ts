import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config-error';
import { loadConfig } from './load-config';

const key = Buffer.alloc(32, 7).toString('base64');
const worker = {
  DATABASE_URL: 'postgresql://a:b@localhost/lotse',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  LOTSE_MASTER_KEY: key,
};

function problemsOf(load: () => unknown): string {
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('the configuration of a process', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'lotse-config-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('has defaults for what may be left out', () => {
    const config = loadConfig('worker', worker);
    expect(config).toMatchObject({ TEMPORAL_NAMESPACE: 'lotse', LOG_LEVEL: 'info', TEMPORAL_TLS: false });
    expect(config.LOTSE_MASTER_KEY.bytes.toString('base64')).toBe(key);
    expect(loadConfig('cli', {})).toMatchObject({ LOTSE_HOME: '.lotse', DATABASE_URL: undefined });
  });

  it('takes an empty variable for one that is not there', () => {
    const empty = {
      LOTSE_HOME: '',
      DATABASE_URL: '',
      PORT: '',
      LOTSE_MASTER_KEY_FILE: '',
      CLAMD_ADDRESS: '',
    };
    expect(loadConfig('cli', empty)).toEqual(loadConfig('cli', {}));
    expect(problemsOf(() => loadConfig('api', empty))).toContain('DATABASE_URL: is required');
  });

  it('takes a secret from a file', async () => {
    const file = join(folder, 'url');
    await writeFile(file, 'postgresql://from:file@localhost/lotse\n');
    const { DATABASE_URL: _, ...rest } = worker;
    expect(loadConfig('worker', { ...rest, DATABASE_URL_FILE: file }).DATABASE_URL).toBe(
      'postgresql://from:file@localhost/lotse',
    );
  });

  it('names every problem at once and shows no value', () => {
    const message = problemsOf(() =>
      loadConfig('worker', {
        DATABASE_URL: 'mysql://secret-host/x',
        TEMPORAL_ADDRESS: 'no-port',
        PORT: '99999999',
        LOTSE_MASTERKEY: 'secret',
        LOG_LEVEL: 'loud',
        LOTSE_MASTER_KEY: 'c2VjcmV0',
      }),
    );
    for (const variable of [
      'DATABASE_URL',
      'TEMPORAL_ADDRESS',
      'PORT',
      'LOTSE_MASTERKEY',
      'LOG_LEVEL',
      'LOTSE_MASTER_KEY',
    ]) {
      expect(message).toContain(`  ${variable}: `);
    }
    expect(message).not.toMatch(/secret|c2VjcmV0|mysql/);
  });

  it('says what is missing and that a file would do', () => {
    expect(problemsOf(() => loadConfig('api', {}))).toBe(
      'The configuration is not valid:\n  DATABASE_URL: is required (or DATABASE_URL_FILE)\n  LOTSE_MASTER_KEY: is required (or LOTSE_MASTER_KEY_FILE)',
    );
  });

  it('refuses a secret given twice and a file that is not there', () => {
    const message = problemsOf(() =>
      loadConfig('worker', { ...worker, DATABASE_URL_FILE: join(folder, 'absent') }),
    );
    expect(message).toContain('DATABASE_URL_FILE: stands beside DATABASE_URL');
    expect(message).toContain('DATABASE_URL_FILE: names a file that cannot be read (ENOENT)');
  });

  it('lets the API take any free port, and refuses an address or a token that is none', () => {
    const { TEMPORAL_ADDRESS: _, ...api } = worker;
    expect(loadConfig('api', { ...api, PORT: '0' })).toMatchObject({ PORT: 0, HOST: '127.0.0.1' });
    const message = problemsOf(() =>
      loadConfig('api', { ...api, PORT: '70000', PUBLIC_URL: 'lotse', LOTSE_ADMINISTRATOR_TOKEN: 'short' }),
    );
    expect(message).toContain('PORT: is not a port from 0 to 65535');
    expect(message).toContain('PUBLIC_URL: is not an address of the web');
    expect(message).toContain('LOTSE_ADMINISTRATOR_TOKEN: is not a token of at least 32');
    expect(message).not.toMatch(/70000|short/);
  });

  it('opens no unscanned file unless it is told to, and refuses a bucket without its keys', () => {
    const { TEMPORAL_ADDRESS: _, ...api } = worker;
    expect(loadConfig('api', api)).toMatchObject({ LOTSE_OPEN_UNSCANNED_FILES: false });
    const message = problemsOf(() => loadConfig('api', { ...api, S3_BUCKET: 'files' }));
    expect(message).toContain('S3_ACCESS_KEY_ID: is needed beside S3_BUCKET');
    expect(message).toContain('S3_SECRET_ACCESS_KEY: is needed beside S3_BUCKET');
  });

  it('takes a contact that somebody can write to, and no bare word', () => {
    const { TEMPORAL_ADDRESS: _, ...api } = worker;
    const contact = 'mailto:security@example.org';
    expect(loadConfig('api', { ...api, SECURITY_CONTACT: contact })).toMatchObject({
      SECURITY_CONTACT: contact,
    });
    const message = problemsOf(() => loadConfig('api', { ...api, SECURITY_CONTACT: 'http://example.org' }));
    expect(message).toContain('SECURITY_CONTACT: is not a contact');
  });

  describe('leads nowhere in clear but on this machine', () => {
    const PLAIN = {
      DATABASE_URL: 'postgresql://a:b@db.example.org/lotse',
      TEMPORAL_ADDRESS: 'temporal.example.org:7233',
      SMTP_URL: 'smtp://mail.example.org?tls=none',
      CLAMD_ADDRESS: 'scan.example.org:3310',
    };
    const bucket = { S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 's' };

    it.each([...Object.entries(PLAIN), ['S3_ENDPOINT', 'http://files.example.org']])(
      '%s without TLS is refused, and tells no host',
      (variable, value) => {
        const message = problemsOf(() => loadConfig('worker', { ...worker, ...bucket, [variable]: value }));
        expect(message).toContain(`${variable}: leads to another machine without TLS`);
        expect(message).not.toContain('example.org');
      },
    );

    it.each([
      ['DATABASE_URL', 'postgresql://a:b@db.example.org/lotse?sslmode=verify-full'],
      ['DATABASE_URL', 'postgresql://a:b@localhost/lotse?host=/run/postgresql'],
      ['SMTP_URL', 'smtp://mail.example.org'],
      ['SMTP_URL', 'smtp://localhost:1025?tls=none'],
      ['S3_ENDPOINT', 'https://files.example.org'],
      ['CLAMD_ADDRESS', '127.0.0.1:3310'],
    ])('%s: %s is taken', (variable, value) => {
      expect(problemsOf(() => loadConfig('worker', { ...worker, ...bucket, [variable]: value }))).toBe('');
    });

    it('Temporal is reached by TLS, and always with an API key', () => {
      const away = { ...worker, TEMPORAL_ADDRESS: PLAIN.TEMPORAL_ADDRESS };
      for (const more of [{ TEMPORAL_TLS: 'true' }, { TEMPORAL_API_KEY: 'k' }])
        expect(problemsOf(() => loadConfig('worker', { ...away, ...more }))).toBe('');
      expect(problemsOf(() => loadConfig('worker', { ...away, TEMPORAL_TLS: 'false' }))).toContain(
        'TEMPORAL_ADDRESS',
      );
    });

    it('hosts that are named may be reached all the same', () => {
      const LOTSE_PLAIN_HOSTS = 'db.example.org, temporal.example.org,mail.example.org,scan.example.org';
      expect(problemsOf(() => loadConfig('worker', { ...worker, ...PLAIN, LOTSE_PLAIN_HOSTS }))).toBe('');
    });
  });
});
