import { Writable } from 'node:stream';
import { createLogger, type Logger } from './logger';
import { nestLogger } from './nest-logger';
import { temporalLogger } from './temporal-logger';

const CANARY = 'Aigul Canary';

function recording(): { readonly logger: Logger; readonly lines: () => string } {
  let lines = '';
  const destination = new Writable({
    write: (chunk: Buffer, _, done) => ((lines += chunk.toString()), done()),
  });
  return { logger: createLogger({ process: 'test', level: 'trace', destination }), lines: () => lines };
}

const failing = (): Error =>
  Object.assign(
    new Error(`Key (name)=(${CANARY}) exists\n    at ${CANARY} (x:1:1)`, { cause: new TypeError(CANARY) }),
    { code: '23505', constraint: 'pk_person', detail: CANARY },
  );

describe('the logger', () => {
  it('keeps codes and ids', () => {
    const { logger, lines } = recording();
    logger.info({ journeyId: 'j-1', version: 3 }, 'journey woken');
    expect(JSON.parse(lines())).toMatchObject({
      level: 'info',
      process: 'test',
      journeyId: 'j-1',
      version: 3,
      msg: 'journey woken',
    });
  });

  it('keeps of an error its kind, code, constraint and place, and nothing it said', () => {
    const { logger, lines } = recording();
    logger.error({ err: failing() }, 'command failed');
    logger.error(failing());
    logger.error({ err: failing() });
    logger.warn({ nested: [{ error: failing() }] }, 'x');
    expect(lines()).not.toContain(CANARY);
    expect(lines()).toMatch(/"code":"23505","constraint":"pk_person","at":\["at failing \(.*logger\.spec/);
    expect(lines()).toContain('"cause":{"type":"TypeError"');
  });

  it('redacts fields that may be personal, however deep', () => {
    const { logger, lines } = recording();
    logger.info(
      { person: { name: CANARY, id: 'p-1' }, lines: [{ reason: CANARY }], Authorization: CANARY },
      'x',
    );
    expect(lines()).not.toContain(CANARY);
    expect(lines()).toContain('"id":"p-1"');
  });
});

describe('the logger behind the Temporal SDK', () => {
  it('says which activity failed and how often, and nothing of what failed', () => {
    const { logger, lines } = recording();
    temporalLogger(logger).warn('Activity failed', {
      workflowId: 'journey/j-1',
      activityType: 'observeJourney',
      attempt: 3,
      error: failing(),
      input: CANARY,
    });
    temporalLogger(logger).log('ERROR', `Failing workflow task: failure=Failure { message: "${CANARY}" }`, {
      failure: CANARY,
    });
    expect(lines()).not.toContain(CANARY);
    expect(lines()).toContain('"workflowId":"journey/j-1"');
    expect(lines()).toContain('"attempt":3');
    expect(lines()).toContain('temporal: Failing workflow task');
  });
});

describe('the logger behind Nest', () => {
  it('keeps the context and drops texts of errors and stacks', () => {
    const { logger, lines } = recording();
    const nest = nestLogger(logger);
    nest.log('Application started', 'NestApplication');
    nest.error(failing(), `Error: ${CANARY}\n at x`, 'ExceptionsHandler');
    nest.error('Request failed', `Error: ${CANARY}`);
    expect(lines()).not.toContain(CANARY);
    expect(lines()).toContain('"context":"NestApplication"');
    expect(lines()).toContain('"context":"ExceptionsHandler"');
  });
});
