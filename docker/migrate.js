'use strict';

/** One shot of docker-compose.yml: the application's schema, Temporal's namespace and search attributes. Safe to repeat. */
const { createDataSource, migrate } = require('../dist/libs/persistence/src');
const { loadConfig, prepareTemporal } = require('../dist/libs/platform/src');

async function main() {
  const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = loadConfig('worker');
  const database = await createDataSource(DATABASE_URL, {
    poolSize: 2,
    applicationName: 'migrate',
  }).initialize();
  try {
    for (const name of await migrate(database)) console.log(`migrated ${name}`);
  } finally {
    await database.destroy();
  }
  await prepareTemporal(TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE);
  console.log(`namespace ${TEMPORAL_NAMESPACE} is ready`);
}

main().catch((error) => {
  console.error(`Not migrated: ${error.message}`);
  process.exitCode = 1;
});
