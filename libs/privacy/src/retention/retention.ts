import type { Audit } from '@lotse/audit';
import type { Day } from '@lotse/domain';
import { Temporal } from 'temporal-polyfill';
import { auditOf } from '../audit-of';
import { DATA_CLASSES, STARTS, type DataClass } from '../data-class';
import type { Erasures } from '../erasure/erasures';
import type { DueRow } from '../ports/subject-store.port';
import type { Asker, PrivacyParts } from '../privacy-parts';
import { refusal, type Refusal } from '../refusal';

/** One thing that is due: a person whose data is to be erased, or rows of a class that are to go. */
export interface DueItem {
  readonly dataClass: string;
  readonly person?: string;
  /** Persons: 1; else rows. */
  readonly count: number;
  /** The event that started the period, its day, and the day from which the data is due. */
  readonly starts: string;
  readonly since: Day;
  readonly dueOn: Day;
  readonly period: string;
  /** Why the period is that long. */
  readonly basis: string;
  /** Ids of legal holds that keep it. */
  readonly heldBy: readonly string[];
}

/** How long this installation keeps a class. */
export interface Period {
  readonly dataClass: string;
  readonly words: string;
  readonly starts: string;
  readonly period: string;
  readonly basis: string;
  /** True where the installation has set it. */
  readonly own: boolean;
}

export interface RetentionReport {
  readonly erased: readonly string[];
  /** Rows by class. */
  readonly rows: Readonly<Record<string, number>>;
  /** Persons who are due and stay, with why. */
  readonly kept: readonly { readonly person: string; readonly code: string }[];
}

type PeriodCode = 'data-class-unknown' | 'period-invalid';

/** What is kept no longer than it may be. */
export interface Retention {
  periods(): Promise<Period[]>;
  /** Sets how long a class is kept from now on. Periods of less than a day (of the audit, a year) or more than 30 years are refused. */
  setPeriod(
    dataClass: string,
    period: string,
    asker: Asker,
  ): Promise<{ readonly result: 'accepted' } | Refusal<PeriodCode>>;
  /** What is due on a day; changes nothing. */
  due(on: Day): Promise<DueItem[]>;
  /** Erases and minimises what is due. Idempotent; what is held stays. */
  run(on: Day, asker: Asker): Promise<RetentionReport>;
}

const SHORTEST_DAYS = 1;
const LONGEST_DAYS = 30 * 366;

/** Working rows go with what they are derived from. */
const NOT_BY_CLOCK: readonly string[] = ['working'];

/** A chain, of which nothing but the beginning can go (docs/adr/0010). */
const AUDIT = 'audit';
const SHORTEST_AUDIT_DAYS = 365;

const ANY_DAY = Temporal.PlainDate.from('2024-01-01');

function isPeriod(dataClass: string, period: string): boolean {
  try {
    const days = ANY_DAY.until(ANY_DAY.add(Temporal.Duration.from(period)), { largestUnit: 'days' }).days;
    return days >= (dataClass === AUDIT ? SHORTEST_AUDIT_DAYS : SHORTEST_DAYS) && days <= LONGEST_DAYS;
  } catch {
    return false;
  }
}

const dueDay = (since: Day, period: string): Day =>
  Temporal.PlainDate.from(since).add(Temporal.Duration.from(period)).toString();

/** Midnight after the last day whose entries are due. */
const dueBefore = (on: Day, period: string): string =>
  `${Temporal.PlainDate.from(on).subtract(Temporal.Duration.from(period)).add({ days: 1 }).toString()}T00:00:00.000Z`;

const entries: readonly (readonly [string, DataClass])[] = Object.entries(DATA_CLASSES);

export function createRetention(
  parts: PrivacyParts & { readonly audit: Pick<Audit, 'olderThan' | 'cut'> },
  erasures: Pick<Erasures, 'erase'>,
): Retention {
  const { stores, clock, contents, audit } = parts;
  const { retention, subjects, holds } = stores;

  const periods = async (): Promise<Period[]> => {
    const own = await retention.periods();
    return entries.flatMap(([dataClass, { words, starts, period, basis }]) =>
      period === undefined
        ? []
        : [
            {
              dataClass,
              words,
              starts: STARTS[starts],
              period: own.get(dataClass) ?? period,
              basis,
              own: own.has(dataClass),
            },
          ],
    );
  };

  const clocked = async (): Promise<Period[]> =>
    (await periods()).filter(({ dataClass }) => !NOT_BY_CLOCK.includes(dataClass));

  const heldBy = async (person: string | undefined): Promise<string[]> =>
    person === undefined ? [] : ((await subjects.find(person))?.holds ?? []).map(({ id }) => id);

  const rowsDue = async (dataClass: string, period: string, on: Day): Promise<readonly DueRow[]> => {
    if (dataClass !== AUDIT) return retention.due(dataClass, period, on);
    const older = await audit.olderThan(dueBefore(on, period));
    return older === undefined ? [] : [{ count: older.count, since: older.since.slice(0, 10) }];
  };
  /** Who reached whose data may be what a lawsuit is about: while any hold stands, nothing of the audit goes. */
  const auditHeldBy = async (): Promise<string[]> => (await holds.list()).map(({ id }) => id);
  async function cutAudit(period: string, on: Day, { id, entrance }: Asker): Promise<number> {
    if ((await auditHeldBy()).length > 0) return 0;
    return audit.cut(dueBefore(on, period), { at: clock.now().toISOString(), who: id, entrance });
  }

  const due = async (on: Day): Promise<DueItem[]> => {
    const items: DueItem[] = [];
    for (const { dataClass, starts, period, basis } of await clocked())
      for (const row of await rowsDue(dataClass, period, on))
        items.push({
          dataClass,
          ...(row.person === undefined ? {} : { person: row.person }),
          count: row.count,
          starts,
          since: row.since,
          dueOn: dueDay(row.since, period),
          period,
          basis,
          heldBy: dataClass === AUDIT ? await auditHeldBy() : await heldBy(row.person),
        });
    return items;
  };

  return {
    periods,
    due,
    async setPeriod(dataClass, period, asker) {
      const known = (await periods()).map((one) => one.dataClass);
      if (!known.includes(dataClass))
        return refusal(
          'data-class-unknown',
          `There is no class ${dataClass} with a period: take one of ${known.join(', ')}.`,
        );
      if (!isPeriod(dataClass, period))
        return refusal(
          'period-invalid',
          'The period must be an ISO 8601 duration from P1D (the audit: P1Y) to 30 years, such as P6M or P5Y.',
        );
      await retention.setPeriod(dataClass, period, { account: asker.id, at: clock.now().toISOString() });
      return { result: 'accepted' };
    },
    async run(on, asker) {
      const erased: string[] = [];
      const kept: { person: string; code: string }[] = [];
      const rows: Record<string, number> = {};
      for (const { person } of await due(on)) {
        if (person === undefined) continue;
        const answer = await erasures.erase(person, asker, 'retention');
        if (answer.result === 'refused') kept.push({ person, code: answer.code });
        else erased.push(person);
      }
      for (const { dataClass, period } of await clocked()) {
        if (dataClass === AUDIT) {
          const cut = await cutAudit(period, on, asker);
          if (cut > 0) rows[dataClass] = cut;
          continue;
        }
        const told = auditOf(asker, clock.now().toISOString(), {
          action: 'retention.run',
          subjects: [],
          code: dataClass,
        });
        const gone = await retention.minimise(dataClass, period, on, told);
        for (const address of gone.contents) await contents.remove(address);
        if (gone.rows > 0) rows[dataClass] = gone.rows;
      }
      return { erased, rows, kept };
    },
  };
}
