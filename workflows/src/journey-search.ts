import { NEXT_DUE, PROGRAMME, STAGE, WAITING_ON, type JourneyView } from '@lotse/contracts';
import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';

/** Shows where the journey stands in Temporal's own lists. Each change is an event in the history, so only changes are sent. */
export function showInSearch({ programme, stage, waitingOn, clocks }: JourneyView): void {
  const shown = workflowInfo().typedSearchAttributes;
  const nextDue = clocks[0] === undefined ? null : new Date(clocks[0].at);
  const changes: SearchAttributeUpdatePair[] = [];
  if (shown.get(PROGRAMME) !== programme) changes.push({ key: PROGRAMME, value: programme });
  if (shown.get(STAGE) !== stage) changes.push({ key: STAGE, value: stage });
  if (shown.get(NEXT_DUE)?.getTime() !== nextDue?.getTime()) changes.push({ key: NEXT_DUE, value: nextDue });
  if ((shown.get(WAITING_ON) ?? []).join() !== waitingOn.join()) {
    changes.push({ key: WAITING_ON, value: waitingOn.length > 0 ? [...waitingOn] : null });
  }
  if (changes.length > 0) upsertSearchAttributes(changes);
}
