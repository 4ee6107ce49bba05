import type { SystemFigures } from '@lotse/persistence';
import type { TemporalLook } from '@lotse/platform';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What was measured of the system; what could not be is absent. */
export interface Measured {
  readonly at: Date;
  readonly database?: SystemFigures;
  /** Absent where the API was not told of a Temporal server. */
  readonly temporal?: TemporalLook;
  /** Day on which the head of the audit was last noted outside the database. */
  readonly auditHead?: string;
  /** Instant of the last backup, as whoever made it wrote it down. */
  readonly backup?: Date;
}

export type Measure = () => Promise<Measured>;

interface Parts {
  readonly now: () => Date;
  readonly figures: () => Promise<SystemFigures>;
  readonly temporal?: () => Promise<TemporalLook>;
  /** The data folder. */
  readonly home: string;
}

const linesOf = (path: string): Promise<string[]> =>
  readFile(path, 'utf8').then(
    (text) => text.split('\n').filter((line) => line !== ''),
    () => [],
  );

const dateOf = (text: string | undefined): Date | undefined =>
  text === undefined || Number.isNaN(Date.parse(text)) ? undefined : new Date(text);

/** Looks at everything at once; whatever does not answer is told as such and holds nothing up. */
export const createMeasure =
  ({ now, figures, temporal, home }: Parts): Measure =>
  async () => {
    const [database, look, heads, [backedUp]] = await Promise.all([
      figures().catch(() => undefined),
      temporal?.(),
      linesOf(join(home, 'audit-heads.txt')),
      linesOf(join(home, 'last-backup')),
    ]);
    const auditHead = heads.at(-1)?.slice(0, 10);
    const backup = dateOf(backedUp?.trim());
    return {
      at: now(),
      ...(database === undefined ? {} : { database }),
      ...(look === undefined ? {} : { temporal: look }),
      ...(auditHead === undefined ? {} : { auditHead }),
      ...(backup === undefined ? {} : { backup }),
    };
  };
