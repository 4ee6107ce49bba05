import type { HeadFile } from '@lotse/privacy';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Heads of the audit's chain, a line a day: `2026-11-21 1204:9f86…`. It lies in the data folder, so that backups take it along. */
export const createHeadFile = (path: string): HeadFile => ({
  async note(day, head) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'a+', 0o600);
    try {
      const lines = (await file.readFile('utf8')).split('\n');
      if (lines.some((line) => line.startsWith(`${day} `))) return;
      await file.appendFile(`${day} ${head}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  },
});
