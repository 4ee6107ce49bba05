import type { Audit } from '@lotse/audit';
import type { Day } from '@lotse/domain';
import type { Announcement, AnnouncementKind, Announcements, HeadFile } from '../ports/announcement.port';
import type { Asker } from '../privacy-parts';
import type { DueItem, Retention } from '../retention/retention';

export interface DailyRoundSettings {
  /** True: what is due goes without a person being asked. */
  readonly automatic: boolean;
  /** Who is told of what is due, and of the head of the audit's chain. */
  readonly leads: readonly string[];
  readonly headKeepers: readonly string[];
  readonly language: Announcement['language'];
}

export interface DailyRoundParts {
  readonly retention: Pick<Retention, 'due' | 'run'>;
  readonly audit: Pick<Audit, 'head'>;
  readonly announcements: Announcements;
  readonly headFile: HeadFile;
  readonly settings: DailyRoundSettings;
}

/** What a round found, by class; what a legal hold keeps is not counted. */
export interface DailyReport {
  readonly head: string;
  readonly due: Readonly<Record<string, number>>;
  readonly done: Readonly<Record<string, number>>;
}

export interface DailyRound {
  /** Safe to repeat: nothing is told twice a day to the same address, and what is gone is gone. */
  run(day: Day): Promise<DailyReport>;
}

/** Lotse itself, where the installation has said so beforehand. */
const AUTOMATIC: Asker = { id: 'system', entrance: 'system' };

function countOf(items: readonly DueItem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { dataClass, count, heldBy } of items)
    if (heldBy.length === 0) counts[dataClass] = (counts[dataClass] ?? 0) + count;
  return counts;
}

const wordsOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([dataClass, count]) => `${dataClass}: ${count}`)
    .join(', ');

/**
 * What is to be done each day for data protection: the head of the audit's chain leaves the database, and what has been kept long
 * enough is prepared for a person to decide, or goes at once where the installation says so.
 */
export function createDailyRound({
  retention,
  audit,
  announcements,
  headFile,
  settings,
}: DailyRoundParts): DailyRound {
  const { automatic, leads, headKeepers, language } = settings;
  const tell = async (
    kind: AnnouncementKind,
    day: Day,
    to: readonly string[],
    text: string,
  ): Promise<void> => {
    for (const address of to) await announcements.tell({ kind, day, to: address, language, text });
  };
  const carryOut = async (day: Day): Promise<Record<string, number>> => {
    const { erased, rows } = await retention.run(day, AUTOMATIC);
    return erased.length === 0 ? { ...rows } : { persons: erased.length, ...rows };
  };
  return {
    async run(day) {
      const { position, hash } = await audit.head();
      const head = `${position}:${hash.toString('hex')}`;
      await headFile.note(day, head);
      await tell('audit-head', day, headKeepers, head);
      const due = countOf(await retention.due(day));
      const done = automatic && Object.keys(due).length > 0 ? await carryOut(day) : {};
      if (Object.keys(done).length > 0) await tell('retention-done', day, leads, wordsOf(done));
      else if (Object.keys(due).length > 0) await tell('retention-due', day, leads, wordsOf(due));
      return { head, due, done };
    },
  };
}
