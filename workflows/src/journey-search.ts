import { NEXT_DUE, PROGRAMME, STAGE, WAITING_ON, type JourneyView } from '@lotse/contracts';
import type { SearchAttributePair, SearchAttributeUpdatePair } from '@temporalio/common';
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';

/** What a journey shows of itself in Temporal's own lists. */
export function searchAttributesOf({
  programme,
  stage,
  waitingOn,
  clocks,
}: JourneyView): SearchAttributePair[] {
  const [next] = clocks;
  return [
    { key: PROGRAMME, value: programme },
    { key: STAGE, value: stage },
    ...(waitingOn.length === 0 ? [] : [{ key: WAITING_ON, value: [...waitingOn] }]),
    ...(next === undefined ? [] : [{ key: NEXT_DUE, value: new Date(next.at) }]),
  ];
}

/** Brings the lists up to date. Each upsert is an event in the history, so only what differs is sent. */
export function showInSearch(view: JourneyView): void {
  const wanted = searchAttributesOf(view);
  const shown = workflowInfo().typedSearchAttributes;
  const changes: SearchAttributeUpdatePair[] = wanted.filter(
    ({ key, value }) => JSON.stringify(shown.get(key)) !== JSON.stringify(value),
  );
  for (const key of [NEXT_DUE, WAITING_ON]) {
    const isGone = shown.get(key) !== undefined && !wanted.some((pair) => pair.key.name === key.name);
    if (isGone)
      changes.push(key === NEXT_DUE ? { key: NEXT_DUE, value: null } : { key: WAITING_ON, value: null });
  }
  if (changes.length > 0) upsertSearchAttributes(changes);
}
