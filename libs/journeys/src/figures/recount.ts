import {
  COUNTED_KINDS,
  differenceOf,
  FIGURE_CATALOGUE,
  FIGURE_SHAPE,
  figureHistory,
  type FigureChange,
} from '@lotse/domain';
import type { FigureBook, FigureBookTransaction, FigureOwner } from '../ports/figure-book.port';
import type { KeyringPort } from '../ports/keyring.port';
import { byJourney, personOf } from './change';
import { enteredOn, learned, sealedTraits } from './traits';

export interface FigureParts {
  readonly figures: FigureBook;
  readonly keyring: KeyringPort;
}

/** A person whose rows are not what its facts give. */
export interface FigureDeviation extends FigureOwner {
  /** Rows that would have to be added. */
  readonly rows: number;
}

export interface FigureReport {
  readonly persons: number;
  /** Persons whose rows differed; after a rebuild they do no longer. */
  readonly deviating: number;
}

export interface FigureOptions {
  readonly programme?: string;
  /** True: only persons whose rows another release made, as after an upgrade. */
  readonly stale?: boolean;
  /** Called after each person with how many were looked at so far. */
  readonly onProgress?: (looked: number) => void;
}

/** What the rows of a person lack: works from all facts, and from what is kept in clear since an erasure leaves nothing else. */
async function lackingOf(
  transaction: FigureBookTransaction,
  keyring: KeyringPort,
  owner: FigureOwner,
): Promise<{ readonly changes: readonly FigureChange[]; readonly write: () => Promise<void> }> {
  const counted = await transaction.everCounted(owner, COUNTED_KINDS);
  const traits =
    counted.shape === undefined
      ? learned(
          counted.traits,
          sealedTraits(
            keyring,
            await transaction.sealedPerson(owner.person),
            enteredOn(byJourney(counted.facts)),
          ),
          '',
        )
      : counted.traits;
  const changes = differenceOf(
    await transaction.kept(owner),
    figureHistory(personOf(counted, counted.facts, traits)),
  );
  const done = changes.length === 0 && counted.shape === FIGURE_SHAPE;
  return {
    changes,
    write: async () => {
      if (!done)
        await transaction.writeFigures([{ ...owner, changes, kept: { shape: FIGURE_SHAPE, traits } }]);
    },
  };
}

const PAGE = 200;

/** Everybody that a filter lets through, page by page. */
async function* everyOwner(
  { figures }: FigureParts,
  { programme, stale }: FigureOptions,
): AsyncGenerator<FigureOwner> {
  const filter = {
    ...(programme === undefined ? {} : { programme }),
    ...(stale === true ? { notOfShape: FIGURE_SHAPE } : {}),
    limit: PAGE,
  };
  let after: FigureOwner | undefined;
  for (;;) {
    const page = await figures.owners({ ...filter, ...(after === undefined ? {} : { after }) });
    yield* page;
    after = page.at(-1);
    if (after === undefined || page.length < PAGE) return;
  }
}

async function* lookAtAll(
  parts: FigureParts,
  options: FigureOptions,
  rebuild: boolean,
): AsyncGenerator<FigureDeviation, FigureReport> {
  let persons = 0;
  let deviating = 0;
  for await (const { programme, person } of everyOwner(parts, options)) {
    const rows = await parts.figures.transact(async (transaction) => {
      const { changes, write } = await lackingOf(transaction, parts.keyring, { programme, person });
      if (rebuild) await write();
      return changes.length;
    });
    persons += 1;
    options.onProgress?.(persons);
    if (rows === 0) continue;
    deviating += 1;
    yield { programme, person, rows };
  }
  return { persons, deviating };
}

/** Compares every person's rows with a recount from the facts, and yields those that differ. Changes nothing. */
export const verifyFigures = (parts: FigureParts, options: FigureOptions = {}) =>
  lookAtAll(parts, options, false);

/**
 * Adds what rows lack of what the facts give, person by person; yields those that differed. Nothing is taken away: what is too much
 * is made up for by a row against it. May stop at any moment and go on later; safe while people work.
 */
export const rebuildFigures = (parts: FigureParts, options: FigureOptions = {}) =>
  lookAtAll(parts, options, true);

/** A round takes so many; the next one goes on. */
const AT_ONCE = 200;

/** Makes the rows of persons whom an older release left, and folds new rows into months and places. Idempotent. */
export async function refreshFigures(parts: FigureParts): Promise<void> {
  const owners = await parts.figures.owners({ notOfShape: FIGURE_SHAPE, limit: AT_ONCE });
  for (const owner of owners)
    await parts.figures.transact(async (transaction) =>
      (
        await lackingOf(transaction, parts.keyring, { programme: owner.programme, person: owner.person })
      ).write(),
    );
  await parts.figures.fold(FIGURE_CATALOGUE);
  await parts.figures.settle(FIGURE_SHAPE);
}
