import type { Clock, Day, JsonObject, Status, Unmet } from '@lotse/domain';
import type { Refused, Sender } from '../answer';
import type { JourneyTransaction, JourneyWrite } from '../ports/journey-store.port';
import type { Projection, TaskRow } from '../ports/projection-store.port';
import { attempted, opened, type Attempt } from './attempts';
import { decideOn, type Door, type Submission } from './decide-on';
import { figureChanges, type FigureChange } from './figure-changes';
import type { Repeated } from './known';
import { listedOf, type Listed } from './projection-of';
import { prepare } from './submit';
import { contextAfter, writeOf } from './write-of';

/** A due day that a command sets, moves or takes away. */
export interface DueChange {
  readonly clock: string;
  readonly before?: Day;
  readonly after?: Day;
  readonly stopped: boolean;
}

/** A value before and after. */
export interface Shift<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** What a command would change. Nothing of it was kept. */
export interface WouldBe {
  readonly result: 'would-be-accepted';
  readonly journey: string;
  readonly version: number;
  /** `before` is empty for a nomination. */
  readonly stage: Shift<string>;
  readonly status: Shift<Status>;
  readonly clocks: readonly DueChange[];
  /** Guards of the present stage that held before and would not hold any more (domain.md, rule 3). */
  readonly noLongerMet: readonly Pick<Unmet, 'guard' | 'remedy'>[];
  /** What somebody would have to do that nobody has to now, beside clocks. */
  readonly tasks: readonly Pick<TaskRow, 'key' | 'kind' | 'who' | 'text'>[];
  readonly figures: readonly FigureChange[];
}

export type PreviewAnswer = WouldBe | Refused | Repeated;

/**
 * Decides a command and shows what it would change, figures counted in the same transaction; then everything is rolled back. Holds
 * the journey's lock while it counts.
 * @param body the command as JSON, unchecked, without `type`
 */
export async function preview(door: Door, body: JsonObject, sender: Sender): Promise<PreviewAnswer> {
  const prepared = prepare(door, body, sender);
  if ('refused' in prepared) return prepared.refused;
  return rehearse(door, prepared, async (transaction, write, submission) => {
    const { programme } = write.after;
    const at = new Date(Math.max(submission.now.getTime(), Date.parse(write.lastRecordedAt)));
    const before = await transaction.sheet(programme, at);
    if ((await transaction.write(write)) === 'clash') return 'clash';
    return figureChanges(before, await transaction.sheet(programme, at));
  });
}

/** As `preview`, without the figures and much cheaper: nothing is written in between. */
export async function rehearsal(door: Door, body: JsonObject, sender: Sender): Promise<PreviewAnswer> {
  const submission = prepare(door, body, sender);
  return 'refused' in submission ? submission.refused : rehearsePrepared(door, submission);
}

/** As `rehearsal`, of what was checked already. */
export const rehearsePrepared = (door: Door, submission: Submission): Promise<PreviewAnswer> =>
  rehearse(door, submission, () => Promise.resolve([]));

type Count = (
  transaction: JourneyTransaction,
  write: JourneyWrite,
  submission: Submission,
) => Promise<readonly FigureChange[] | 'clash'>;

const rehearse = (door: Door, submission: Submission, count: Count): Promise<PreviewAnswer> =>
  attempted(door, submission, (transaction) => tryOnce(door, transaction, submission, count));

async function tryOnce(
  door: Door,
  transaction: JourneyTransaction,
  submission: Submission,
  count: Count,
): Promise<Attempt<PreviewAnswer>> {
  const opening = await opened(transaction, submission);
  if ('answer' in opening) return { keep: false, answer: opening.answer };
  const decided = await decideOn(door, transaction, submission, opening.found);
  if (decided.answer !== 'write') return { keep: false, answer: decided.answer };
  const { before, after, context } = decided.change;
  const write = writeOf(decided.change, door.keyring);
  const figures = await count(transaction, write, submission);
  if (figures === 'clash') return { keep: false, answer: 'clash' };
  const had = before.version === 0 ? undefined : listedOf(before, context);
  const has = listedOf(after, contextAfter(after, context));
  return {
    keep: false,
    answer: {
      result: 'would-be-accepted',
      journey: after.id,
      version: after.version,
      stage: { before: before.stage.code, after: after.stage.code },
      status: { before: before.status.code, after: after.status.code },
      clocks: dueChanges(had?.clocks ?? [], has.clocks),
      noLongerMet: newlyBroken(had, has),
      tasks: newTasks(had, has).map(({ key, kind, who, text }) => ({ key, kind, who, text })),
      figures,
    },
  };
}

/** Clocks whose day, or whose standing still, differs. */
const dueChanges = (before: Listed['clocks'], after: Listed['clocks']): DueChange[] =>
  compared(before, after, (was, is) => was?.dueOn !== is?.dueOn || was?.stopped !== is?.stopped);

/** Every clock with its day before and after, those that stay too. */
export const dueDays = (before: Listed['clocks'], after: Listed['clocks']): DueChange[] =>
  compared(before, after, () => true);

/** Those of one code are compared in order of their days. */
function compared(
  before: Listed['clocks'],
  after: Listed['clocks'],
  isShown: (was: Clock | undefined, is: Clock | undefined) => boolean,
): DueChange[] {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))];
  return codes
    .flatMap((code): DueChange[] => {
      const [old, next] = [before, after].map((clocks) => clocks.filter((clock) => clock.code === code));
      const length = Math.max(old?.length ?? 0, next?.length ?? 0);
      return Array.from({ length }, (_, index) => {
        const [was, is] = [old?.[index], next?.[index]];
        return !isShown(was, is)
          ? []
          : [
              {
                clock: code,
                ...(was === undefined ? {} : { before: was.dueOn }),
                ...(is === undefined ? {} : { after: is.dueOn }),
                stopped: is?.stopped ?? false,
              },
            ];
      }).flat();
    })
    .sort((a, b) => ((a.after ?? a.before ?? '') < (b.after ?? b.before ?? '') ? -1 : 1));
}

function newTasks(had: Listed | undefined, has: Listed): Projection['tasks'] {
  const before = new Set((had?.tasks ?? []).map(({ key }) => key));
  return has.tasks.filter(({ key }) => !before.has(key));
}

function newlyBroken(had: Listed | undefined, has: Listed): Pick<Unmet, 'guard' | 'remedy'>[] {
  return newTasks(had, has)
    .filter(({ kind }) => kind === 'guard-no-longer-met')
    .map(({ key, text }) => ({ guard: key.split(':')[2] ?? key, remedy: text }));
}
