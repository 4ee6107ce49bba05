import type { Language } from './document-writer.port';

/** What somebody who answers for data protection is told of: numbers, codes and hashes, and nothing of a person. */
export type AnnouncementKind = 'retention-due' | 'retention-done' | 'audit-head';

export interface Announcement {
  readonly kind: AnnouncementKind;
  /** Told once a day to each address, however often it is asked for. */
  readonly day: string;
  readonly to: string;
  readonly language: Language;
  readonly text: string;
}

/** Leaves mails to the outbox. */
export interface Announcements {
  tell(announcement: Announcement): Promise<void>;
}

/** Where the head of the audit's chain is noted outside the database, to go with the backups. */
export interface HeadFile {
  /** One line a day; a second one of the same day is left out. */
  note(day: string, head: string): Promise<void>;
}
