import { textOf } from '../json';
import type { Command, Unmet } from '../command';
import { AVAILABLE } from '../commands/commands';
import type { Context } from '../context';
import type { Day } from '../day';
import { unmetOf } from '../guards/guard';
import { guardsOf } from '../guards/registry';
import { currentPlacement, freshPlacement } from '../guards/placement-choice';
import type { JourneyState } from '../state';
import { stageOf, type Template } from '../template/template';

/** A stage that stands before the present one: its guards are then asked of a new placement (domain.md §3.5, exits). */
const goesBack = ({ stages }: Template, from: string, to: string): boolean =>
  stages.findIndex(({ code }) => code === to) < stages.findIndex(({ code }) => code === from);

/** Guards of entering a stage that do not hold yet; empty also when the stage's `unless` guard holds. */
export function unmetForStage(to: string, state: JourneyState, context: Context, day: Day): Unmet[] {
  const { guards, unless } = stageOf(context.template, to);
  const placement = goesBack(context.template, state.stage.code, to)
    ? freshPlacement(state)
    : currentPlacement(state);
  const judged = { state, context, day, ...(placement === undefined ? {} : { placement }) };
  if (unless !== undefined && unmetOf(guardsOf([unless]), judged, AVAILABLE).length === 0) return [];
  return unmetOf(guardsOf(guards), judged, AVAILABLE);
}

/** What keeps `advance` from its stage: an unknown stage, a stage that is no exit, or unmet guards. */
export function unmetForAdvance(
  command: Command,
  now: JourneyState,
  judged: JourneyState,
  context: Context,
): Unmet[] {
  const to = textOf(command.data.to);
  const exits = stageOf(context.template, now.stage.code).exits;
  if (!exits.includes(to))
    return [
      {
        guard: 'exit',
        who: ['coordinator'],
        remedy: `From ${now.stage.code} a journey advances to ${exits.join(' or ') || 'no further stage'}, not to ${to}.`,
      },
    ];
  return unmetForStage(to, judged, context, command.happenedOn);
}
