import { refusedFor, type Refused, type Sender } from '../answer';
import type { RecordKey, RecordTransaction } from '../ports/record-store.port';

/** A change of a record that a signed report counts, on its way. */
export interface SignedChange extends RecordKey {
  readonly programme: string;
  /** Says which change it is: the reason to strike it out, or the digest of the new version. */
  readonly change: string;
  /** In words: "to strike it out". */
  readonly meant: string;
  readonly audit: string;
}

/** `proposed`: the signed report counts the record, so that a second person has to say the same. */
export interface Proposed {
  readonly result: 'proposed';
  /** Of the record: it is what it was. */
  readonly version: number;
  readonly report: string;
}

interface Waiting {
  readonly keep: boolean;
  readonly answer: Proposed | Refused;
}

/**
 * A figure that somebody has signed is changed by two people (domain.md, rule 5). Another change is a proposal of its own, in the
 * place of the one before. @returns what is answered instead of the change; undefined where it may be written
 */
export async function secondPerson(
  transaction: RecordTransaction,
  { type, id, programme, change, meant, audit }: SignedChange,
  { submittedBy: by }: Sender,
  { now, lastVersion }: { readonly now: Date; readonly lastVersion: number },
): Promise<Waiting | undefined> {
  const { report, proposed } = await transaction.signed({ type, id });
  const same = proposed?.change === change;
  if (report === undefined || (same && proposed.by !== by)) {
    if (proposed !== undefined) await transaction.settle({ type, id });
    return undefined;
  }
  if (same) {
    const remedy = `${type} ${id} is counted in the locked report ${report}, and you proposed ${meant}: another person says the same.`;
    return { keep: false, answer: refusedFor('guards-unmet', 'locked-report', ['coordinator'], remedy) };
  }
  await transaction.propose({ type, id, programme, change, by, at: now.toISOString(), audit });
  return { keep: true, answer: { result: 'proposed', version: lastVersion, report } };
}
