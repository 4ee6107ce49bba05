import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TENANT_ROLES } from './support/people';
import { runSchemathesis, schemathesisProgram } from './support/schemathesis-program';
import { openSecuredApi, type SecuredApi } from './support/secured-api';

const { SCHEMATHESIS, SEED = '20261121', ROLES } = process.env;
/** `npm run test:schemathesis`: each role by itself and with all checks. Else one run, each request as the next of the roles. */
const isWhole = SCHEMATHESIS === 'whole';
const { EXAMPLES = isWhole ? '20' : '1' } = process.env;
const { PHASES = isWhole ? 'examples,coverage,fuzzing' : 'examples,fuzzing' } = process.env;
const everybody = ['key', 'administrator', ...TENANT_ROLES];
const roles = ROLES?.split(',') ?? everybody;
const runs: [name: string, asked: readonly string[]][] = isWhole
  ? roles.map((role) => [role, [role]])
  : [['everybody in turn', roles]];

jest.setTimeout(3_600_000);

/** What openapi.json cannot tell: methods that nobody offers are unknown routes here, and rules of the field refuse what has the right form. */
const NOT_TOLD = ['unsupported_method', 'positive_data_acceptance'];
/** Asks again without a token, or with another: only where a run has one of its own. */
const OF_ONE_ROLE = ['ignored_auth', 'use_after_free', 'ensure_resource_availability'];

const program = schemathesisProgram();
if (program === undefined) process.stdout.write('schemathesis: no Python with venv, or no PyPI: not run\n');

(program === undefined ? describe.skip : describe)('schemathesis over openapi.json', () => {
  let secured: SecuredApi;
  let folder: string;
  beforeAll(async () => {
    secured = await openSecuredApi({ LOTSE_OPEN_UNSCANNED_FILES: 'true', RATE_LIMIT_LOGINS: '1000000' });
    folder = await mkdtemp(join(tmpdir(), 'lotse-schemathesis-'));
  });
  afterAll(async () => {
    await secured.close();
    await rm(folder, { recursive: true });
  });

  it.each(runs)('finds nothing as %s', async (name, asked) => {
    const report = join(folder, 'report.txt');
    const tokens = asked.map((role) => secured.tokenOf(role));
    const code = await runSchemathesis(
      program ?? '',
      [
        `--config-file=${join(__dirname, '../../tools/schemathesis.toml')}`,
        'run',
        `${secured.api.url}/openapi.json`,
        '--header',
        `Authorization: Bearer ${tokens[0]}`,
        `--seed=${SEED}`,
        // No `--max-time`: that is a time to be spent, in which fuzzing begins again and again.
        `--max-examples=${EXAMPLES}`,
        `--exclude-checks=${[...NOT_TOLD, ...(isWhole ? [] : OF_ONE_ROLE)].join(',')}`,
        `--phases=${PHASES}`,
        '--generation-database=none',
        '--no-color',
        '--warnings=off',
        '--suppress-health-check=all',
        '--request-timeout=30',
        '--continue-on-failure',
        '--no-shrink',
      ],
      report,
      {
        SCHEMATHESIS_HOOKS: join(__dirname, '../../tools/schemathesis_hooks.py'),
        LOTSE_TOKENS: tokens.length > 1 ? tokens.join(',') : '',
      },
    );
    const text = await readFile(report, 'utf8');
    const [, tested = '0'] = /^ {2}Tested: (\d+)/m.exec(text) ?? [];
    const [, cases = '0'] = /^ {2}(\d+) generated/m.exec(text) ?? [];
    process.stdout.write(
      `schemathesis as ${name}, seed ${SEED}: ${cases} cases of ${tested} operations, exit code ${code}\n`,
    );
    if (code !== 0) throw new Error(text.slice(-100_000));
    expect(Number(cases)).toBeGreaterThan(Number(tested));
    expect(Number(tested)).toBeGreaterThan(90);
  });
});
