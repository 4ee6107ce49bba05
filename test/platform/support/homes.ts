import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A new folder that ends with `removeFolders`. Others may pass through it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-platform-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** Removes what `newFolder` made. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
