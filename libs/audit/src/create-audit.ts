import type { Instant } from '@lotse/domain';
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
  /** How many entries at the beginning of the chain are older than an instant, and from when the first is. */
  olderThan(up: Instant): Promise<{ readonly count: number; readonly since: Instant } | undefined>;
  /**
   * Cuts them off and says so in the chain, with the hash that it goes on from: what is left verifies on its own. Never the last entry,
   * nor what is younger than a year. Answers how many went.
   */
  cut(up: Instant, by: Pick<AuditEntry, 'at' | 'who' | 'entrance'>): Promise<number>;
  /** The last link, to be noted elsewhere. Chains what waits before. */
  head(): Promise<Anchor>;
  /** Youngest first. */
  list(filter: AuditFilter): Promise<AuditRow[]>;
  /** Who read, wrote or searched what of a person, and why, youngest first: also in journeys that are the person's. */
  accesses(person: string, page: Pick<AuditFilter, 'before' | 'limit'>): Promise<AuditRow[]>;
}

/** What tells of a cut: the last position that went as its subject, its hash as the code. */
const CUT = 'audit.cut';
const subjectOf = (position: number): string => `audit/${position}`;
const HASH = /^[\da-f]{64}$/;

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
  /** Where a cut chain goes on from, as the entry in it says that tells of the cut; a cut that nothing tells of is a gap. */
  const start = async (): Promise<Anchor | undefined> => {
    const cutAt = (await store.first()) - 1;
    if (cutAt < 1) return undefined;
    const told = await list({ subjects: [subjectOf(cutAt)], action: CUT, limit: 10 });
    const hash = told.find(({ code = '' }) => HASH.test(code))?.code;
    return hash === undefined ? undefined : { position: cutAt, hash: Buffer.from(hash, 'hex') };
  };
  return {
    append: (entry) => append(auditText(entry)),
    seal,
    verify: async (anchors) => {
      await seal();
      return verifyChain(store.links(), anchors, await start());
    },
    olderThan: async (up) => {
      await seal();
      return store.olderThan(up);
    },
    cut: async (up, by) => {
      await seal();
      return store.cut(up, ({ position, hash }) =>
        auditText({
          ...by,
          action: CUT,
          outcome: 'done',
          subjects: [subjectOf(position)],
          code: hash.toString('hex'),
        }),
      );
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
