import { queryClient } from '../app/query-client';
import { sessionEnded } from '../session/session-ended';

/** Queries that lists are made of; a change of any journey may change them. */
const LISTS = ['cohort', 'inbox', 'inbox-count', 'sheet'];
/** Changes that come closely together are looked at once. */
const TOGETHER_MS = 150;

interface Changed {
  readonly journeys?: readonly string[];
}

/** Looks again at what others have changed, as the API tells: ids alone, and only what this session may see. Answers the way to stop. */
export function watchEvents(): () => void {
  const source = new EventSource('/api/v1/events');
  const journeys = new Set<string>();
  let all = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    for (const id of journeys) void queryClient.invalidateQueries({ queryKey: ['journey', id] });
    if (all) void queryClient.invalidateQueries({ queryKey: ['journey'] });
    for (const list of LISTS) void queryClient.invalidateQueries({ queryKey: [list] });
    journeys.clear();
    all = false;
  };
  source.addEventListener('changed', (event: MessageEvent<string>) => {
    const changed: Changed = JSON.parse(event.data);
    if (changed.journeys === undefined) all = true;
    for (const id of changed.journeys ?? []) journeys.add(id);
    timer ??= setTimeout(look, TOGETHER_MS);
  });
  source.addEventListener('ended', () => {
    source.close();
    sessionEnded.tell();
  });
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
