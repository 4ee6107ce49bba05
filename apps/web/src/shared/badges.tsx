import type { ReactNode } from 'react';
import { daysBetween, todayHere, useDays } from '../i18n/dates';
import { useWords } from '../i18n/words';
import styles from './badges.module.css';

export type Tone = 'waiting' | 'active' | 'done' | 'soon' | 'late' | 'held' | 'closed';

/** A state in a word; the colour never says it alone. */
export const Badge = ({
  tone,
  children,
  title,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly title?: string;
}) => (
  <span className={`${styles.badge} ${styles[tone] ?? ''}`} title={title}>
    {children}
  </span>
);

/** Days before a due day at which it counts as soon. */
const SOON = 7;

/** `in 6 days · 3 Mar 2026`. */
export function DueBadge({
  day,
  overdue,
  today,
  isShort = false,
}: {
  readonly day: string;
  readonly overdue?: boolean;
  readonly today?: string;
  /** The distance alone; the day stands in a tooltip. */
  readonly isShort?: boolean;
}) {
  const days = useDays();
  const ahead = daysBetween(today ?? todayHere(), day);
  const tone: Tone = overdue === true || ahead < 0 ? 'late' : ahead <= SOON ? 'soon' : 'waiting';
  const distance = days.distance(day, today);
  return isShort ? (
    <Badge tone={tone} title={days.day(day)}>
      {distance}
    </Badge>
  ) : (
    <Badge tone={tone}>
      {distance} · {days.day(day)}
    </Badge>
  );
}

const STATUS_TONES: Readonly<Record<string, Tone>> = {
  open: 'active',
  'on-hold': 'held',
  closed: 'closed',
  void: 'closed',
};

export function StatusBadge({ status }: { readonly status: string }) {
  const word = useWords();
  return <Badge tone={STATUS_TONES[status] ?? 'waiting'}>{word('statuses', status)}</Badge>;
}

const RISK_TONES: Readonly<Record<string, Tone>> = {
  none: 'done',
  watch: 'soon',
  'at-risk': 'late',
  critical: 'late',
};

export function RiskBadge({ risk }: { readonly risk: string }) {
  const word = useWords();
  return <Badge tone={RISK_TONES[risk] ?? 'waiting'}>{word('codes', risk)}</Badge>;
}
