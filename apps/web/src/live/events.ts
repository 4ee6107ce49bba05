import { queryClient } from '../app/query-client';
import { sessionEnded } from '../session/session-ended';

/** Queries that lists are made of; a change of any journey may change them. */
const LISTS = ['cohort', 'inbox', 'inbox-count', 'sheet'];
/** Changes that come closely together are looked at once. */
const TOGETHER_MS = 150;

interface Changed {
  readonly journeys?: readonly string[];
}

/**
 * Looks again at what others have changed, as the API tells: ids alone, and only what this session may see. A page that nobody sees
 * lets its stream go, since a browser has six for all pages of one address, and looks at everything when it is seen again. Answers the
 * way to stop.
 */
export function watchEvents(): () => void {
  const journeys = new Set<string>();
  let source: EventSource | undefined;
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
  const open = (): void => {
    source = new EventSource('/api/v1/events');
    source.addEventListener('changed', (event: MessageEvent<string>) => {
      const changed: Changed = JSON.parse(event.data);
      if (changed.journeys === undefined) all = true;
      for (const id of changed.journeys ?? []) journeys.add(id);
      timer ??= setTimeout(look, TOGETHER_MS);
    });
    source.addEventListener('ended', () => {
      close();
      sessionEnded.tell();
    });
  };
  const close = (): void => {
    clearTimeout(timer);
    timer = undefined;
    source?.close();
    source = undefined;
  };
  const turn = (): void => {
    if (document.hidden) close();
    else if (source === undefined) {
      open();
      all = true;
      look();
    }
  };
  if (!document.hidden) open();
  document.addEventListener('visibilitychange', turn);
  return () => {
    document.removeEventListener('visibilitychange', turn);
    close();
  };
}
