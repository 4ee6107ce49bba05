import type { ErasureCause, StoredErasure } from '../ports/subject-store.port';

/** One place where something of the person lay. */
export interface ReceiptLine {
  readonly store: 'database' | 'files' | 'ledger-file' | 'temporal';
  /** Table of the database, where it is one. */
  readonly table?: string;
  readonly what:
    'rows-deleted' | 'values-emptied' | 'keys-destroyed' | 'contents-removed' | 'noted' | 'histories-deleted';
  readonly count: number;
  /** `waiting`: the worker does it within a minute of being able to. */
  readonly state: 'done' | 'waiting';
}

/** What an erasure did, store by store. Ids and counts only. */
export interface Receipt {
  readonly erasure: string;
  readonly person: string;
  readonly persons: readonly string[];
  readonly journeys: readonly string[];
  readonly cause: ErasureCause;
  readonly requestedBy: string;
  readonly erasedAt: string;
  readonly complete: boolean;
  readonly lines: readonly ReceiptLine[];
  /** What no erasure reaches, said as it is. */
  readonly remains: readonly string[];
}

const REMAINS = [
  'Days, codes and ids of the journeys stay as facts that lead to nobody, so that past figures stay what they were.',
  'Backups hold the data until they expire (30 days by default); after a restore this erasure is repeated from the ledger file.',
  'The audit keeps ids of who did what for its own period; it holds no values.',
];

const WHAT: Readonly<Record<string, ReceiptLine['what']>> = {
  fact: 'values-emptied',
  record: 'values-emptied',
  approval: 'values-emptied',
  emergency_access: 'values-emptied',
  legal_hold: 'values-emptied',
  person_key: 'keys-destroyed',
};

const stateOf = (at: string | undefined): ReceiptLine['state'] => (at === undefined ? 'waiting' : 'done');

/** The receipt as the ledger has it now. */
export function receiptOf(erasure: StoredErasure): Receipt {
  const { id, person, persons, journeys, cause, requestedBy, erasedAt, counts, contents } = erasure;
  const lines: ReceiptLine[] = [
    ...Object.entries(counts).map(([table, count]) => ({
      store: 'database' as const,
      table,
      what: WHAT[table] ?? ('rows-deleted' as const),
      count,
      state: 'done' as const,
    })),
    { store: 'files', what: 'contents-removed', count: contents.length, state: stateOf(erasure.contentsAt) },
    { store: 'ledger-file', what: 'noted', count: 1, state: stateOf(erasure.notedAt) },
    {
      store: 'temporal',
      what: 'histories-deleted',
      count: erasure.histories ?? 0,
      state: stateOf(erasure.historiesAt),
    },
  ];
  return {
    erasure: id,
    person,
    persons,
    journeys,
    cause,
    requestedBy,
    erasedAt,
    complete: lines.every(({ state }) => state === 'done'),
    lines,
    remains: REMAINS,
  };
}
