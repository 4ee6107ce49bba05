'use strict';

/** Jest's globalSetup: starts the services that all suites of a run share (see src/test-services.ts). */
require('./run-source.js');

module.exports = async () => {
  const { startTestServices } = require('./src/test-services.ts');
  globalThis.endTestServices = await startTestServices();
};
