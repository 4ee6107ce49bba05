import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in the nearest package.json above this file: of the source run and of the built one alike. */
function versionAbove(folder: string): string {
  try {
    const { version }: { version?: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (version !== undefined) return version;
  } catch {
    // Not here: one folder up.
  }
  const above = dirname(folder);
  return above === folder ? 'unknown' : versionAbove(above);
}

export const VERSION = versionAbove(__dirname);
