import type { Day, Instant } from '@lotse/domain';

/** What of a fact explains a difference: ids, codes and days. Reasons in words stay with the journey, sealed. */
export interface ReportedFact {
  /** `<journey>/<version>`. */
  readonly fact: string;
  readonly journey: string;
  readonly version: number;
  readonly kind: string;
  readonly happenedOn: Day;
  readonly recordedAt: Instant;
  /** Who did it, by role. */
  readonly role: string;
  /** Account that sent it. */
  readonly submittedBy: string;
  /** Version of the fact that it replaces, or takes out. */
  readonly supersedes?: number;
  readonly struck?: true;
  readonly approvedBy?: string;
}

/** A document by the reference that facts name as evidence, with the SHA-256 of its bytes in clear. */
export interface EvidenceDocument {
  readonly file: string;
  readonly reference: string;
  readonly topic: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly state: 'pending' | 'clean' | 'suspect';
  readonly uploadedAt: Instant;
}

/** Facts and documents behind figures. Implemented by libs/persistence. */
export interface FactReader {
  /** All facts of journeys, in order. */
  facts(journeys: readonly string[]): Promise<readonly ReportedFact[]>;
  /** Documents of a programme by reference, in order of their ids. */
  documents(programme: string, references: readonly string[]): Promise<readonly EvidenceDocument[]>;
}
