import type { ColumnNote, TableNotes } from '../column-note';

type Shared = Pick<ColumnNote, 'dataClass' | 'purpose'>;

/** Notes for the columns of one table: names by what they hold. Every column stands in exactly one list. */
export interface ColumnLists {
  /** Ids, codes, days and numbers of the person that stay as unlinkable facts. */
  readonly unlinked?: string;
  /** The same, but of no use to the person in an export. */
  readonly unlinkedInternal?: string;
  /** Sealed with the person's key. */
  readonly sealed?: string;
  /** The same, but of no use to the person in an export. */
  readonly sealedInternal?: string;
  /** In clear or under a key of its own; the row goes with an erasure. */
  readonly deleted?: string;
  readonly deletedInternal?: string;
  /** Tells of nobody. */
  readonly plain?: string;
}

const METHODS = {
  unlinked: { erase: 'unlink', exportable: true },
  unlinkedInternal: { erase: 'unlink', exportable: false },
  sealed: { erase: 'key', exportable: true },
  sealedInternal: { erase: 'key', exportable: false },
  deleted: { erase: 'delete', exportable: true },
  deletedInternal: { erase: 'delete', exportable: false },
  plain: { erase: 'keep', exportable: false },
} as const satisfies Record<keyof ColumnLists, Pick<ColumnNote, 'erase' | 'exportable'>>;

const namesOf = (list: string): string[] => list.split(/\s+/).filter((name) => name !== '');

/** @param subject of all columns but the plain ones */
export function notes(subject: ColumnNote['subject'], shared: Shared, lists: ColumnLists): TableNotes {
  return Object.fromEntries(
    (Object.keys(METHODS) as (keyof ColumnLists)[]).flatMap((method) =>
      namesOf(lists[method] ?? '').map((name) => [
        name,
        { subject: method === 'plain' ? 'none' : subject, ...shared, ...METHODS[method] },
      ]),
    ),
  );
}
