import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where `npm run build` puts the console, from the built code as from the sources; undefined where it was not built. */
export function consoleFolder(from = __dirname): string | undefined {
  const built = join(from, 'dist/web');
  if (existsSync(join(built, 'index.html'))) return built;
  const above = dirname(from);
  return above === from ? undefined : consoleFolder(above);
}
