import { currentPlacement, endedPlacements } from '../guards/placement-choice';
import type { JourneyState } from '../state';
import type { Anchor } from '../template/template';
import type { Anchored } from './moment';
import { isUnanswered } from './offers';

function running(state: JourneyState): readonly (Anchored & { readonly until: string })[] {
  const placement = currentPlacement(state);
  if (placement?.startedOn === undefined || placement.interruptedOn !== undefined) return [];
  const { startedOn, startInsertedOn = startedOn, to } = placement;
  return [{ on: startedOn, insertedOn: startInsertedOn, until: to }];
}

/** Every moment that an anchor of a template stands for: an offer each, else one at most. */
export const TEMPLATE_ANCHORS: Readonly<Record<Anchor, (state: JourneyState) => readonly Anchored[]>> = {
  'stage-entered': ({ stage }) => [stage],
  'internship-started': running,
  'internship-agreed-end': (state) =>
    running(state).map(({ until, insertedOn }) => ({ on: until, insertedOn })),
  'placement-ended': (state) =>
    endedPlacements(state)
      .slice(-1)
      .flatMap(({ ended }) =>
        ended === undefined ? [] : [{ on: ended.lastDay, insertedOn: ended.insertedOn }],
      ),
  'degree-expected': ({ studies, degreeOn }) =>
    studies === undefined || degreeOn !== undefined
      ? []
      : [{ on: studies.expectedDegreeOn, insertedOn: studies.insertedOn }],
  'work-started': ({ employments }) =>
    employments.filter(({ ended }) => ended === undefined).map(({ started }) => started),
  'followed-up': ({ stage, employments }) =>
    employments.length > 0 && employments.every(({ ended }) => ended !== undefined) ? [] : [stage],
  'contract-offered': ({ contracts }) =>
    Object.values(contracts)
      .filter(isUnanswered)
      .flatMap(({ offered }) => offered ?? []),
};
