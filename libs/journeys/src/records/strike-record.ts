import type { StrikeReason } from '@lotse/domain';
import { refusedFor, type Sender } from '../answer';
import { canonicalJson } from '../canonical-json';
import type { RecordTransaction } from '../ports/record-store.port';
import { recordAuditOf } from '../submit/audit-of';
import { ATTEMPTS, moved, type RecordAnswer, type RecordTerms, type Registry } from './put-record';
import type { RecordQuery } from './read-records';
import { secondPerson, type Proposed } from './second-person';

export type RecordStriking = Pick<RecordQuery, 'type' | 'programme'> & {
  readonly id: string;
  readonly reason: StrikeReason;
};

export type StrikeAnswer = RecordAnswer | Proposed;

type Attempt = { readonly keep: boolean; readonly answer: StrikeAnswer | 'clash' };

/**
 * Takes a record out from now on: one version more, which says why. Every figure of a past knowledge stays as it was. The same again
 * is unchanged; it is not brought back, but entered anew under another id. What a signed report counts two people strike out, each
 * with the same reason; another reason is a proposal of its own.
 */
export async function strikeRecord(
  registry: Registry,
  striking: RecordStriking,
  sender: Sender,
  terms: Pick<RecordTerms, 'expectedVersion'> = {},
): Promise<StrikeAnswer> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { answer } = await registry.records.transact((transaction) =>
      tryOnce(registry, transaction, striking, { sender, expected: terms.expectedVersion }),
    );
    if (answer !== 'clash') return answer;
  }
  throw new Error(
    `Record ${striking.type} ${striking.id} met a version of another transaction ${ATTEMPTS} times`,
  );
}

async function tryOnce(
  { keyring, clock }: Registry,
  transaction: RecordTransaction,
  { type, id, programme, reason }: RecordStriking,
  { sender, expected }: { readonly sender: Sender; readonly expected: number | undefined },
): Promise<Attempt> {
  const line = { id, programme, struck: reason };
  const bodyHash = keyring.hash(canonicalJson(line));
  const found = await transaction.find({ type, id, bodyHash, references: [] });
  if (found.lastVersion === 0 || found.programme !== programme) {
    const remedy = `There is no ${type} ${id} in ${programme}.`;
    return {
      keep: false,
      answer: refusedFor('reference-unknown', `reference:${type}`, ['coordinator'], remedy),
    };
  }
  if (found.struck !== undefined)
    return { keep: false, answer: { result: 'unchanged', version: found.lastVersion } };
  if (expected !== undefined && expected !== found.lastVersion)
    return { keep: false, answer: moved(found, { type, id }) };
  const version = found.lastVersion + 1;
  const now = sender.now ?? clock.now();
  const audit = recordAuditOf({ type, id, line, now, sender }, bodyHash);
  const change = { type, id, programme, change: reason, meant: 'to strike it out', audit };
  const waiting = await secondPerson(transaction, change, sender, { now, lastVersion: found.lastVersion });
  if (waiting !== undefined) return waiting;
  const written = await transaction.strike({
    type,
    id,
    version,
    recordedAt: now.toISOString(),
    insertedAt: now.toISOString(),
    bodyHash,
    struck: reason,
    audit,
  });
  return written === 'clash'
    ? { keep: false, answer: 'clash' }
    : { keep: true, answer: { result: 'accepted', version } };
}
