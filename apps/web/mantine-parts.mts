import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const INDEX = fileURLToPath(new URL('../../node_modules/@mantine/core/esm/index.mjs', import.meta.url));
const FROM_INDEX = /import \{([^}]*)\} from ["']@mantine\/core["'];?/g;
const PART = /import (?:\{ ([^}]*) \}|(\w+)) from "(\.[^"]+)";/g;

/** Where the index of the package has each name from. */
function partsOf(): ReadonlyMap<string, string> {
  const text = readFileSync(INDEX, 'utf8');
  return new Map(
    [...text.matchAll(PART)].flatMap(([, names = '', single = '', path = '']) =>
      [...names.split(', '), single]
        .filter((name) => name !== '')
        .map((name): [string, string] => [name.split(' as ').at(-1) ?? name, join(dirname(INDEX), path)]),
    ),
  );
}

/**
 * Imports each component of Mantine from its own file. By the package's index all of them that are used anywhere would run before
 * the first page, since the bundler keeps the order in which modules run.
 */
export function mantineParts(): Plugin {
  const parts = partsOf();
  return {
    name: 'mantine-parts',
    enforce: 'pre',
    transform: (code, id) =>
      !id.includes('/apps/web/src/') || !code.includes('@mantine/core')
        ? undefined
        : code.replaceAll(FROM_INDEX, (whole, names: string) => {
            const lines = names.split(',').flatMap((text) => {
              const name = text.trim();
              if (name === '' || name.startsWith('type ')) return [];
              const path = parts.get(name);
              return path === undefined
                ? [`import { ${name} } from '@mantine/core';`]
                : [`import { ${name} } from ${JSON.stringify(path)};`];
            });
            return lines.length === 0 ? whole : lines.join(' ');
          }),
  };
}
