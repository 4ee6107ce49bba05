import { defineConfig } from 'vitest/config';

/** Where CI reads the figures of these tests; unset elsewhere. */
const report = process.env.CONSOLE_REPORT;

/** Component tests; the server's tests stay with Jest (docs/adr/0001). */
// oxlint-disable-next-line import/no-default-export -- what Vitest asks for
export default defineConfig({
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
});
