import type { Instant } from '@lotse/domain';

/** A file as far as a redaction looks at it. */
export interface RedactableFile {
  readonly file: string;
  readonly programme: string;
  readonly journey?: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly state: 'pending' | 'clean' | 'suspect';
}

export type RedactedPage = Pick<RedactableFile, 'file' | 'sha256'>;

/** Pictures of a document's pages with what is nobody's business blacked out, and who vouches for it. */
export interface Redaction {
  readonly id: string;
  readonly programme: string;
  readonly journey: string;
  /** The original, with the SHA-256 of its bytes in clear. */
  readonly file: string;
  readonly sha256: string;
  /** In the order of the document. */
  readonly pages: readonly RedactedPage[];
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  /** Absent until a second person has compared both. */
  readonly approvedBy?: string;
  readonly approvedAt?: Instant;
}

/** Implemented by libs/persistence. */
export interface RedactionStore {
  files(ids: readonly string[]): Promise<readonly RedactableFile[]>;
  /** False when the id is taken. */
  add(redaction: Redaction): Promise<boolean>;
  find(id: string): Promise<Redaction | undefined>;
  /** Of a journey's documents, youngest first. */
  ofJourney(journey: string): Promise<readonly Redaction[]>;
  /** Writes the second person's name once; false when there was one already. */
  approve(id: string, by: string, at: Instant): Promise<boolean>;
  /** Approved ones of these files, the youngest of each. */
  approved(files: readonly string[]): Promise<readonly Redaction[]>;
}
