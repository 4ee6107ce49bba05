import { defineConfig } from 'vitest/config';

/** Component tests; the server's tests stay with Jest (docs/adr/0001). */
// oxlint-disable-next-line import/no-default-export -- what Vitest asks for
export default defineConfig({
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
});
