import {
  COUNTED_KINDS,
  FIGURE_SHAPE,
  kindsOf,
  touchedBy,
  type Command,
  type Instant,
  type KnownFact,
} from '@lotse/domain';
import type { CountedRows, FigureTransaction, FigureWrite } from '../ports/figure-book.port';
import type { JourneyWrite } from '../ports/journey-store.port';
import type { KeyringPort } from '../ports/keyring.port';
import { addedBy, byJourney, lastKnown, rewrittenBy } from './change';
import { enteredOn, learned, sealedTraits } from './traits';

const COUNTED: ReadonlySet<string> = new Set(COUNTED_KINDS);

/** Kinds of fact to be read for a command; none when it cannot change a figure. A correction may be of any kind. */
export function kindsFor({ command }: Command): readonly string[] | undefined {
  if (command === 'correct') return COUNTED_KINDS;
  return COUNTED.has(command) ? kindsOf(touchedBy([{ kind: command }], command !== 'nominate')) : undefined;
}

interface Learned {
  readonly transaction: FigureTransaction;
  readonly keyring: KeyringPort;
  readonly news: readonly KnownFact[];
  readonly at: Instant;
}

/** Rows of one person, whose facts are `facts` from now on. */
async function writeFor(
  { transaction, keyring, news, at }: Learned,
  given: CountedRows,
  factsAfter: (counted: CountedRows) => readonly KnownFact[],
): Promise<readonly FigureWrite[]> {
  const isNew = given.facts.length === 0 && given.shape === undefined;
  if (!isNew && given.shape !== FIGURE_SHAPE) return [];
  const { programme, person } = given;
  const entry = enteredOn(byJourney(factsAfter(given)));
  const moved = entry !== undefined && entry !== enteredOn(byJourney(given.facts));
  const traits = moved
    ? learned(given.traits, sealedTraits(keyring, await transaction.sealedPerson(person), entry), at)
    : given.traits;
  const late = at < lastKnown(given);
  const counted =
    late || (traits !== given.traits && !isNew)
      ? await transaction.everCounted({ programme, person }, COUNTED_KINDS)
      : given;
  const facts = factsAfter(counted);
  const changes = late ? rewrittenBy(counted, facts, traits) : addedBy(counted, facts, news, traits, at);
  if (isNew || traits !== given.traits)
    return [{ programme, person, changes, kept: { shape: FIGURE_SHAPE, traits } }];
  return changes.length === 0 ? [] : [{ programme, person, changes }];
}

/**
 * What an accepted command adds to figures, of the person it is about and, when the journey turns out to be somebody else's, of that
 * one too. A person whose rows an older release made is left to the background round, which works from all facts.
 */
export async function figuresOfCommand(
  transaction: FigureTransaction,
  keyring: KeyringPort,
  { before, after, facts: stored }: Pick<JourneyWrite, 'before' | 'after' | 'facts'>,
  counted: CountedRows,
): Promise<readonly FigureWrite[]> {
  const news = stored.map(({ fact }) => fact).filter(({ kind }) => COUNTED.has(kind));
  const [first] = news;
  if (first === undefined) return [];
  const at = first.recordedAt;
  const about: Learned = { transaction, keyring, news, at };
  const now = (rows: CountedRows): readonly KnownFact[] => [...rows.facts, ...news];
  if (before.version === 0 || before.person === after.person) return writeFor(about, counted, now);
  const { programme } = after;
  const own = counted.facts.filter(({ journey }) => journey === after.id);
  const other = await transaction.counted({ programme, person: after.person }, COUNTED_KINDS);
  const joined = (rows: CountedRows): readonly KnownFact[] => [
    ...rows.facts.filter(({ journey }) => journey !== after.id),
    ...own,
    ...news,
  ];
  return [...(await writeFor(about, counted, now)), ...(await writeFor(about, other, joined))];
}
