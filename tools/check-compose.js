'use strict';

/**
 * Judges a Compose file without Docker: against the schema of the Compose Specification, and against what this
 * project asks of it: images pinned to a version, ports on the loopback, a health check or a single shot.
 *
 *   node tools/check-compose.js [FILE]    default: docker-compose.yml of this project
 */
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { Ajv } = require('ajv');
const { parse } = require('yaml');

const SCHEMA = join(__dirname, 'compose-schema/compose-spec.json');

function schemaFaults(compose) {
  // The schema names its draft by an address Ajv does not know; draft 7 is what Ajv takes by default.
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  if (validate(compose)) return [];
  return validate.errors.map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  );
}

/** What the schema permits and this project does not. */
function* houseFaults(compose) {
  const services = Object.entries(compose?.services ?? {});
  const awaited = new Set(
    services.flatMap(([, { depends_on = {} }]) =>
      Object.entries(depends_on)
        .filter(([, { condition }]) => condition === 'service_completed_successfully')
        .map(([name]) => name),
    ),
  );
  for (const [name, { image = '', ports = [], healthcheck }] of services) {
    if (!/:v?\d+(\.\d+)+/.test(image))
      yield `service ${name}: pin the image to a full version, not "${image}"`;
    for (const port of ports) {
      if (!String(port).startsWith('127.0.0.1:'))
        yield `service ${name}: publish port ${port} on 127.0.0.1 only`;
    }
    if (!healthcheck && !awaited.has(name)) yield `service ${name}: add a health check`;
  }
}

const file = resolve(process.argv[2] ?? join(__dirname, '../docker-compose.yml'));
const compose = parse(readFileSync(file, 'utf8'), { merge: true });
const faults = [...schemaFaults(compose), ...houseFaults(compose)];
for (const fault of faults) console.error(`${file}: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
