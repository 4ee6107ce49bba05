import type { AuditEntry, AuditPort } from './audit-entry';
import type { AuditFilter, AuditStore } from './audit-store.port';
import { auditText } from './audit-text';
import { verifyChain, type Anchor, type ChainReport, type Noted } from './chain';
import { grouped } from './grouped';

/** An entry as it is read, with its place in the chain. */
export interface AuditRow extends AuditEntry {
  readonly position: number;
}

export interface Audit extends AuditPort {
  /** Chains what was stored, all of it. Answers how many entries. */
  seal(): Promise<number>;
  /** Chains what waits, then walks the whole chain. @param anchors noted elsewhere */
  verify(anchors?: readonly Noted[]): Promise<ChainReport>;
  /** The last link, to be noted elsewhere. Chains what waits before. */
  head(): Promise<Anchor>;
  /** Youngest first. */
  list(filter: AuditFilter): Promise<AuditRow[]>;
  /** Who read, wrote or searched what of a person, and why, youngest first: also in journeys that are the person's. */
  accesses(person: string, page: Pick<AuditFilter, 'before' | 'limit'>): Promise<AuditRow[]>;
}

/** Entries chained in one transaction. */
const BATCH = 5_000;

const read = (position: number, entry: string): AuditRow => ({
  ...(JSON.parse(entry) as AuditEntry),
  position,
});

/** The audit over its store. */
export function createAudit(store: AuditStore): Audit {
  const append = grouped((texts) => store.append(texts));
  const seal = async (): Promise<number> => {
    let sealed = 0;
    for (;;) {
      const some = await store.seal(BATCH);
      sealed += some;
      if (some < BATCH) return sealed;
    }
  };
  const list = async (filter: AuditFilter): Promise<AuditRow[]> =>
    (await store.list(filter)).map(({ position, entry }) => read(position, entry));
  return {
    append: (entry) => append(auditText(entry)),
    seal,
    verify: async (anchors) => {
      await seal();
      return verifyChain(store.links(), anchors);
    },
    head: async () => {
      await seal();
      return store.head();
    },
    list,
    accesses: async (person, page) => {
      const journeys = await store.journeysOf(person);
      const subjects = [
        `person/${person}`,
        `record/person/${person}`,
        ...journeys.map((id) => `journey/${id}`),
      ];
      return list({ subjects, ...page });
    },
  };
}
