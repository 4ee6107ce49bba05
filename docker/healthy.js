'use strict';

/** Health check of a container: exit code 0 when the address given answers 2xx within 4 seconds. */
const [address] = process.argv.slice(2);

fetch(address, { signal: AbortSignal.timeout(4_000) }).then(
  (response) => (process.exitCode = response.ok ? 0 : 1),
  () => (process.exitCode = 1),
);
