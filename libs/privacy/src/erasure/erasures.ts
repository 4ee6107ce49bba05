import { auditOf } from '../audit-of';
import type { ErasureCause, FoundSubject, StoredErasure } from '../ports/subject-store.port';
import type { Asker, PrivacyParts } from '../privacy-parts';
import { personUnknown, refusal, type Refusal } from '../refusal';
import { receiptOf, type Receipt } from './receipt';

type Obstacle = Refusal<'person-unknown' | 'journey-open' | 'legal-hold'>;

export type ErasureAnswer =
  /** `repeated`: the data was erased before, and this is that receipt. */
  { readonly result: 'erased' | 'repeated'; readonly receipt: Receipt } | Obstacle;

export type ErasurePreview =
  | {
      readonly result: 'preview';
      readonly person: string;
      readonly persons: readonly string[];
      readonly journeys: readonly string[];
      /** Rows by table that would be deleted or emptied. */
      readonly counts: Readonly<Record<string, number>>;
      /** What an erasure would be refused for now. */
      readonly obstacle?: Omit<Obstacle, 'result'>;
    }
  | Refusal<'person-unknown'>;

export interface ReplayReport {
  /** Persons who were back and are erased again. */
  readonly erased: readonly string[];
  /** Lines about persons who are not there, or are erased. */
  readonly unchanged: number;
  /** Journeys that the restored backup has as open: they go on without a person until somebody closes them. */
  readonly openJourneys: readonly string[];
}

/** Erases persons. Everything may be repeated after a crash; `finish` does what is left. */
export interface Erasures {
  /** What an erasure would do; changes nothing. */
  preview(person: string): Promise<ErasurePreview>;
  /** Idempotent: a person who is erased stays so, and gets the same receipt. */
  erase(person: string, asker: Asker, cause?: ErasureCause): Promise<ErasureAnswer>;
  /** Of the last erasures, youngest first. */
  receipts(limit: number): Promise<Receipt[]>;
  /** Undefined for a person who was never erased. */
  receipt(person: string): Promise<Receipt | undefined>;
  /** Does outside the database what erasures have left to do there. Answers how many are complete now. */
  finish(): Promise<number>;
  /** Erases again, from the file, whoever a restored backup has brought back: open journeys and holds do not stop it. */
  replay(asker: Asker): Promise<ReplayReport>;
}

const AT_ONCE = 50;

function obstacleOf({ openJourneys, holds }: FoundSubject): Obstacle | undefined {
  const [open] = openJourneys;
  if (open !== undefined)
    return refusal(
      'journey-open',
      `Journey ${openJourneys.map(({ id }) => id).join(', ')} is open: close it first (command withdraw or close), then erase.`,
    );
  const [hold] = holds;
  if (hold !== undefined)
    return refusal(
      'legal-hold',
      `Legal hold ${holds.map(({ id }) => id).join(', ')} stands since ${hold.setAt.slice(0, 10)}: the data-protection lead lifts it when its reason is gone.`,
    );
  return undefined;
}

export function createErasures(parts: PrivacyParts): Erasures {
  const { stores, clock, contents, erasureFile, histories, newId } = parts;
  const { subjects } = stores;
  const now = (): string => clock.now().toISOString();

  /** In this order: what could still show something goes first, and each step is noted when it is done. */
  async function finishOne(erasure: StoredErasure): Promise<boolean> {
    if (erasure.contentsAt === undefined) {
      for (const address of erasure.contents) await contents.remove(address);
      await subjects.done(erasure.id, 'contents', now());
    }
    if (erasure.notedAt === undefined) {
      const { id, person, persons, erasedAt } = erasure;
      await erasureFile.append({ id, person, persons, erasedAt });
      await subjects.done(erasure.id, 'noted', now());
    }
    if (erasure.historiesAt !== undefined) return true;
    if (histories === undefined) return false;
    const forgotten = await histories.forget(erasure.journeys, erasure.mails);
    await subjects.done(erasure.id, { histories: forgotten }, now());
    return true;
  }

  async function eraseNow(
    person: string,
    asker: Asker,
    cause: ErasureCause,
    judge: (found: FoundSubject) => boolean,
  ): Promise<StoredErasure | undefined> {
    const [id, at] = [newId(), now()];
    const audit = auditOf(asker, at, {
      action: 'subject.erase',
      subjects: [`person/${person}`],
      code: id,
      purpose: cause,
    });
    return subjects.erase({ id, person, cause, requestedBy: asker.id, at, audit }, judge);
  }

  const receipt = async (person: string): Promise<Receipt | undefined> => {
    const erasure = await subjects.erasure(person);
    return erasure === undefined ? undefined : receiptOf(erasure);
  };

  return {
    receipt,
    receipts: async (limit) => (await subjects.erasures(limit)).map(receiptOf),
    async preview(person) {
      const found = await subjects.find(person);
      if (found === undefined) return personUnknown(person);
      const obstacle = obstacleOf(found);
      return {
        result: 'preview',
        person,
        persons: found.ids.persons,
        journeys: found.ids.journeys,
        counts: await subjects.count(found.ids),
        ...(obstacle === undefined ? {} : { obstacle: { code: obstacle.code, message: obstacle.message } }),
      };
    },
    async erase(person, asker, cause = 'request') {
      let obstacle: Obstacle | undefined = personUnknown(person);
      let before: Receipt | undefined;
      const known = await subjects.find(person);
      if (known !== undefined && !known.hasKey) before = await receipt(person);
      if (before !== undefined) return { result: 'repeated', receipt: before };
      const erasure = await eraseNow(person, asker, cause, (found) => {
        obstacle = obstacleOf(found);
        return obstacle === undefined;
      });
      if (erasure === undefined) return obstacle ?? personUnknown(person);
      // Erased is erased: what is left outside is done by the worker when it cannot be done now.
      await finishOne(erasure).catch(() => false);
      return { result: 'erased', receipt: (await receipt(person)) ?? receiptOf(erasure) };
    },
    async finish() {
      let complete = 0;
      for (const erasure of await subjects.unfinished(AT_ONCE)) if (await finishOne(erasure)) complete += 1;
      return complete;
    },
    async replay(asker) {
      const erased = new Set<string>();
      const open = new Set<string>();
      let unchanged = 0;
      for (const { persons } of await erasureFile.read()) {
        let changed = false;
        for (const person of persons) {
          const found = await subjects.find(person);
          if (found === undefined || !found.hasKey) continue;
          const erasure = await eraseNow(person, asker, 'restore', () => true);
          if (erasure === undefined) continue;
          changed = true;
          for (const { id } of found.openJourneys) open.add(id);
          for (const one of found.ids.persons) erased.add(one);
          await finishOne(erasure).catch(() => false);
        }
        if (!changed) unchanged += 1;
      }
      return { erased: [...erased].sort(), unchanged, openJourneys: [...open].sort() };
    },
  };
}
