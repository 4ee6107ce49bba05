import { textOf } from '../json';
import type { Command, Unmet } from '../command';
import { AVAILABLE } from '../commands/commands';
import type { Context } from '../context';
import type { Day } from '../day';
import { unmetOf, type Judgement } from '../guards/guard';
import { guardsOf } from '../guards/registry';
import { currentPlacement, endedPlacements, freshPlacement } from '../guards/placement-choice';
import type { JourneyState, Placement } from '../state';
import { stageOf, type Template } from '../template/template';

/** A stage that stands before the present one: its guards are then asked of a new placement (domain.md §3.5, exits). */
const goesBack = ({ stages }: Template, from: string, to: string): boolean =>
  stages.findIndex(({ code }) => code === to) < stages.findIndex(({ code }) => code === from);

/** Asked of every stage but those that ask for the consent itself: nobody goes on who withdrew it. */
const EVERYWHERE = 'participation-not-withdrawn';

function unmet(to: string, judged: Judgement): Unmet[] {
  const { guards, unless } = stageOf(judged.context.template, to);
  const withdrawn = guards.includes('consent-current') ? [] : [EVERYWHERE];
  if (unless !== undefined && unmetOf(guardsOf([unless]), judged, AVAILABLE).length === 0)
    return unmetOf(guardsOf(withdrawn), judged, AVAILABLE);
  return unmetOf(guardsOf([...withdrawn, ...guards]), judged, AVAILABLE);
}

const about = (placement: Placement | undefined): Pick<Judgement, 'placement'> =>
  placement === undefined ? {} : { placement };

/** Guards of entering a stage that do not hold yet; those of the stage do not count when its `unless` guard holds. */
export const unmetForStage = (to: string, state: JourneyState, context: Context, day: Day): Unmet[] =>
  unmet(to, {
    state,
    context,
    day,
    ...about(
      goesBack(context.template, state.stage.code, to) ? freshPlacement(state) : currentPlacement(state),
    ),
  });

/** Guards of the stage the journey is in that hold no more; its placement may have ended since it was entered. */
export const unmetOnEntry = (code: string, state: JourneyState, context: Context, day: Day): Unmet[] =>
  unmet(code, {
    state,
    context,
    day,
    ...about(currentPlacement(state) ?? endedPlacements(state).at(-1)),
  });

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
