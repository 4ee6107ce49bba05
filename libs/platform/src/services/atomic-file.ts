import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file so that a reader sees the old content or the new, never a part. Mode 0600 unless told otherwise. */
export function writeAtomically(path: string, content: string, mode = 0o600): void {
  const draft = draftOf(path);
  writeFileSync(draft, content, { mode });
  renameSync(draft, path);
}

/** Creates a file with its whole content at once; false when one stands there already. Mode 0600 unless told otherwise. */
export function createExclusively(path: string, content: string, mode = 0o600): boolean {
  const draft = draftOf(path);
  writeFileSync(draft, content, { mode });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Content of a file, or undefined when there is none. */
export function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Content of a JSON file, or undefined when there is none or it is no JSON. */
export function readJsonIfPresent(path: string): unknown {
  const text = readIfPresent(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** True for a system error with this code, as `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

function draftOf(path: string): string {
  return `${path}.${process.pid}.${randomBytes(4).toString('hex')}.draft`;
}
