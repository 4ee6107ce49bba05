import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { mantineParts } from './mantine-parts.mts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The console, built into dist/web, where the API finds it. In development the API of `lotse up` answers below /api. */
// oxlint-disable-next-line import/no-default-export -- what Vite asks for
export default defineConfig({
  root: here('.'),
  plugins: [mantineParts()],
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    sourcemap: false,
    // One small picture beside the code is not worth a request; everything else is a file, as the policy of the page asks.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A group takes along what it needs, so the base comes first; the first view does without the two others: what floats
          // above a page, and the fields of forms.
          groups: [
            {
              name: 'base',
              priority: 3,
              test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|openapi-fetch|@tanstack\/(react-router|router-core|query-core|react-query)|@mantine\/core\/esm\/(core|components\/(ActionIcon|Anchor|Button|FloatingIndicator|Group|Input|InputBase|PasswordInput|SegmentedControl|Stack|TextInput|Transition)))\//,
            },
            {
              name: 'layers',
              priority: 2,
              test: /@mantine\/core\/esm\/components\/(Menu|Modal|ModalBase|Popover)\//,
            },
            { name: 'fields', priority: 1, test: /@mantine\/core\/esm\/components\// },
          ],
        },
      },
      onLog(level, log, handle) {
        // Packages mark their parts for servers that render; here nothing is rendered there.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: { proxy: { '/api': process.env.LOTSE_API ?? 'http://127.0.0.1:3000' } },
});
