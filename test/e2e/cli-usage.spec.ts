import { lotse, newFolder, removeFolders } from './support/lotse';

jest.setTimeout(60_000);

/** What needs no service. */
describe('lotse, wrongly called,', () => {
  const home = newFolder();
  afterAll(removeFolders);

  it.each([
    [['sheet', '--as-off', '2025-01-31'], "unknown option '--as-off'"],
    [['shet'], "unknown command 'shet'"],
    [['sheet', '--format', 'xml'], 'Allowed choices are table, json, csv'],
    [['import'], "missing required argument 'file'"],
    [['journey', 'verify', '--wait', 'long'], 'whole seconds'],
  ])('%j ends with 2 and says what is wrong', async (args, message) => {
    const { code, stdout, stderr } = await lotse(args, { home });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('tells commands and exit status with --help and ends with 0', async () => {
    const { code, stdout } = await lotse(['--help'], { home });
    expect(code).toBe(0);
    for (const name of [
      'up',
      'demo',
      'import',
      'sheet',
      'journey',
      'inbox',
      'bulk',
      'template',
      'mail',
      'doctor',
    ])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(stdout).toMatch(
      /3 {2}journey verify, projections verify, audit verify, demo or doctor found something wrong/,
    );
  });

  it('names a misspelt variable and never its value', async () => {
    const { code, stderr } = await lotse(['doctor'], { home, env: { LOTSE_MASTERKEY: 'hidden' } });
    expect(code).toBe(2);
    expect(stderr).toContain('LOTSE_MASTERKEY: is not known');
    expect(stderr).not.toContain('hidden');
  });

  it('says in one message that a database is not there, with a stack only where it is asked for', async () => {
    const env = { DATABASE_URL: 'postgresql://lotse:hidden@127.0.0.1:1/lotse' };
    const quiet = await lotse(['sheet'], { home, env });
    expect(quiet).toMatchObject({ code: 4, stdout: '' });
    expect(quiet.stderr).toMatch(/^lotse: .+ \[ECONNREFUSED\]\n$/);
    const loud = await lotse(['sheet'], { home, env: { ...env, LOG_LEVEL: 'debug' } });
    expect(loud.stderr).toMatch(/\n +at /);
    expect(quiet.stderr + loud.stderr).not.toContain('hidden');
  });

  it('lets doctor look at a folder where nothing was ever started, and start nothing', async () => {
    const { code, stdout } = await lotse(['doctor', '--json'], { home });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, complaints: [], services: [], home });
  });
});
