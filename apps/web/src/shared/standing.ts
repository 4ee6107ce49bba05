import { daysBetween } from '../i18n/dates';
import type { Tone } from './badges';

/** Days before its last day at which an agreement ends soon: time enough to negotiate the next one. */
const SOON = 90;

export type Standing = 'ahead' | 'running' | 'soon' | 'over';

export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  ahead: 'waiting',
  running: 'done',
  soon: 'soon',
  over: 'late',
};

/** How an agreement stands on a day; its last day still counts. */
export function standingOf(
  { from, to }: { readonly from: string; readonly to: string },
  today: string,
): Standing {
  if (today < from) return 'ahead';
  if (today > to) return 'over';
  return daysBetween(today, to) <= SOON ? 'soon' : 'running';
}
