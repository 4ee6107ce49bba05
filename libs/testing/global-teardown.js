'use strict';

/** Jest's globalTeardown: ends the services this run started; those another run started go on. */
module.exports = async () => {
  await globalThis.endTestServices?.();
};
