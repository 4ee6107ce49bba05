import { spawn } from 'node:child_process';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TENANT_ROLES } from './support/people';
import { openSecuredApi, type SecuredApi } from './support/secured-api';

const {
  SCHEMATHESIS,
  SEED = '20261121',
  EXAMPLES = '20',
  SECONDS = '600',
  PHASES = 'examples,coverage,fuzzing',
  ROLES,
} = process.env;
const roles = ROLES?.split(',') ?? ['key', 'administrator', ...TENANT_ROLES];

jest.setTimeout(3_600_000);

/** What openapi.json cannot tell: methods that nobody offers are unknown routes here, and rules of the field refuse what has the right form. */
const NOT_TOLD = 'unsupported_method,positive_data_acceptance';

/** Ends with the connection alone. */
const ENDLESS = '/api/v1/events';

// Python's, so it is not there everywhere: `npm run test:schemathesis` brings it.
(SCHEMATHESIS === undefined ? describe.skip : describe)('schemathesis over openapi.json', () => {
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

  it.each(roles)('finds nothing as %s', async (role) => {
    const report = join(folder, `${role}.txt`);
    const code = await run(
      SCHEMATHESIS ?? '',
      [
        'run',
        `${secured.api.url}/openapi.json`,
        '--header',
        `Authorization: Bearer ${secured.tokenOf(role)}`,
        `--seed=${SEED}`,
        `--max-examples=${EXAMPLES}`,
        `--max-time=${SECONDS}`,
        '--checks=all',
        `--exclude-checks=${NOT_TOLD}`,
        `--phases=${PHASES}`,
        `--exclude-path=${ENDLESS}`,
        '--generation-database=none',
        '--no-color',
        '--warnings=off',
        '--suppress-health-check=all',
        '--request-timeout=30',
        '--continue-on-failure',
        '--no-shrink',
      ],
      report,
    );
    const text = await readFile(report, 'utf8');
    process.stdout.write(
      `schemathesis as ${role}, seed ${SEED}: ${/^=+ (.*) =+\s*$/m.exec(text.slice(-2_000))?.[1] ?? ''}\n`,
    );
    if (code !== 0) throw new Error(text.slice(-100_000));
  });
});

/** Exit code of a program, whose output goes to a file. */
async function run(program: string, parameters: readonly string[], output: string): Promise<number | null> {
  const file = await open(output, 'w');
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(program, parameters, { stdio: ['ignore', file.fd, file.fd] });
      child.on('error', reject).on('exit', resolve);
    });
  } finally {
    await file.close();
  }
}
