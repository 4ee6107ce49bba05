import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween, todayHere, useDays } from '../../i18n/dates';
import styles from './sheet.module.css';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** On a phone the figures come first: the days are folded away. */
const WIDE = '(min-width: 48em)';

interface HandleProps {
  readonly label: string;
  readonly help: string;
  readonly first: string;
  readonly last: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day as a field and as a handle on the time of the programme; it counts when the handle is let go. */
function Handle({ label, help, first, last, value, onChange }: HandleProps) {
  const days = useDays();
  const [held, hold] = useState<string>();
  const shown = held ?? value;
  const letGo = (): void => {
    if (held !== undefined) onChange(held);
    hold(undefined);
  };
  return (
    <div className={styles.handle}>
      <TextInput
        type="date"
        label={label}
        description={help}
        min={first}
        max={last}
        value={shown}
        onChange={({ currentTarget: { value: day } }) => {
          if (DAY.test(day) && day >= first && day <= last) onChange(day);
        }}
      />
      <input
        type="range"
        aria-label={label}
        aria-valuetext={days.day(shown)}
        min={0}
        max={Math.max(1, daysBetween(first, last))}
        value={Math.max(0, daysBetween(first, shown))}
        onChange={({ currentTarget }) => hold(addDays(first, Number(currentTarget.value)))}
        onPointerUp={letGo}
        onKeyUp={letGo}
        onBlur={letGo}
      />
    </div>
  );
}

interface Props {
  /** First day of the programme. */
  readonly first: string;
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
  readonly onChange: (changes: {
    readonly asOf?: string | undefined;
    readonly knownAt?: string | undefined;
  }) => void;
}

/** Which day the sheet is of, and what was known: two days on one line of time. */
export function MomentPicker({ first, asOf, knownAt, onChange }: Props) {
  const { t } = useTranslation('sheet');
  const days = useDays();
  const [isOpen, open] = useState(() => matchMedia(WIDE).matches);
  const today = todayHere();
  return (
    <details className={styles.when} open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{t('when', { asOf: days.day(asOf ?? today), knownAt: days.day(knownAt ?? today) })}</summary>
      <div className={styles.moment} role="group" aria-label={t('moment')}>
        <Handle
          label={t('asOf')}
          help={t('asOfHelp')}
          first={first}
          last={today}
          value={asOf ?? today}
          onChange={(day) => onChange({ asOf: day === today ? undefined : day })}
        />
        <Handle
          label={t('knownAt')}
          help={t('knownAtHelp')}
          first={first}
          last={today}
          value={knownAt ?? today}
          onChange={(day) => onChange({ knownAt: day === today ? undefined : day })}
        />
        <Button
          variant="default"
          disabled={asOf === undefined && knownAt === undefined}
          onClick={() => onChange({ asOf: undefined, knownAt: undefined })}
        >
          {t('now')}
        </Button>
      </div>
    </details>
  );
}
