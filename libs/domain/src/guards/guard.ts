import type { Command, Unmet } from '../command';
import type { Context } from '../context';
import type { Day } from '../day';
import type { Role } from '../roles';
import type { Contract, JourneyState, Placement } from '../state';
import type { DeclaredCommand } from '../vocabulary';

/** What a guard looks at: the journey as it stood on the command's day, and the one placement or contract meant. */
export interface Judgement {
  readonly state: JourneyState;
  readonly context: Context;
  readonly day: Day;
  readonly command?: Command;
  readonly placement?: Placement;
  readonly contract?: Contract;
}

/** One missing item of a guard that counts several, such as one month or one signature. */
export interface Missing {
  readonly item: string;
  readonly who?: readonly Role[];
  readonly text?: string;
}

/** One condition, as data: who can meet it, by which commands, in words, and how it is computed. */
export interface Guard {
  readonly code: string;
  readonly who: readonly Role[];
  /** Commands that meet it; empty for what only a record line or another choice of data can change. */
  readonly metBy: readonly DeclaredCommand[];
  readonly text: string;
  /** True when met, or the items that are missing (none = met). */
  readonly check: (judged: Judgement) => boolean | readonly Missing[];
}

/** Words the remedy: only commands that this version can take are named. */
function remedy(guard: Guard, text: string, available: ReadonlySet<string>): string {
  const named = guard.metBy.filter((name) => available.has(name));
  if (named.length > 0) return `${text}: ${named.join(' or ')}.`;
  return guard.metBy.length > 0 ? `${text}; this version of Lotse cannot record that yet.` : `${text}.`;
}

/** All that is missing of the guards, in their order; empty when every one holds. */
export function unmetOf(
  guards: readonly Guard[],
  judged: Judgement,
  available: ReadonlySet<string>,
): Unmet[] {
  return guards.flatMap((guard) => {
    const result = guard.check(judged);
    if (result === true) return [];
    const items: readonly Missing[] = result === false ? [{ item: '' }] : result;
    return items.map(({ item, who, text }) => ({
      guard: item === '' ? guard.code : `${guard.code}:${item}`,
      who: who ?? guard.who,
      remedy: remedy(guard, text ?? guard.text, available),
    }));
  });
}
