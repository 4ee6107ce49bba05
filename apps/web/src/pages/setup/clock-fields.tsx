import { Button, Input, NumberInput, TextInput } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { durationOf, spanOf, UNITS } from './duration';
import { ladderOf, ladderText } from './ladder';
import type { Clock } from './setup-queries';
import styles from './setup.module.css';

/** Effects that need nothing beside them; a closing is written as data. */
const EFFECTS = ['remind', 'task', 'escalate', 'propose-close', 'propose-hold', 'review', 'watch'] as const;
const ANCHORS = [
  'stage-entered',
  'internship-started',
  'internship-agreed-end',
  'placement-ended',
  'degree-expected',
  'contract-offered',
  'work-started',
  'followed-up',
] as const;
const WHO = ['coordinator', 'candidate', 'university', 'company', 'mentor', 'municipality'] as const;

interface Props {
  readonly clock: Clock;
  readonly onChange: (clock: Clock) => void;
  readonly onRemove: () => void;
}

/** One deadline: what, how long after what, with which effect, for whom. */
export function ClockFields({ clock, onChange, onRemove }: Props) {
  const { t, i18n } = useTranslation('setup');
  const word = useWords();
  const span = spanOf(clock.after);
  const [reminders, setReminders] = useState(ladderText(clock.ladder ?? []));
  const remindBefore = (text: string): void => {
    const { ladder: _ladder, ...rest } = clock;
    const ladder = ladderOf(text);
    setReminders(text);
    onChange(ladder.length === 0 ? rest : { ...rest, ladder });
  };
  const names: unknown = i18n.getResource(i18n.language, 'words', 'clocks');
  const codes = [...new Set([clock.code, ...Object.keys(Object(names)).filter((code) => !/_/.test(code))])];
  return (
    <div className={styles.clock}>
      <Choice label={t('clock')} value={clock.code} onChange={(code) => onChange({ ...clock, code })}>
        {codes.map((code) => (
          <option key={code} value={code}>
            {word('clocks', code)}
          </option>
        ))}
      </Choice>
      <NumberInput
        label={t('after')}
        min={1}
        max={999}
        value={span?.count ?? ''}
        disabled={span === undefined}
        onChange={(count) =>
          onChange({
            ...clock,
            after: durationOf({ count: Math.max(1, Number(count)), unit: span?.unit ?? 'D' }),
          })
        }
      />
      <Choice
        label={t('unit')}
        value={span?.unit ?? ''}
        onChange={(unit) =>
          onChange({
            ...clock,
            after: durationOf({
              count: span?.count ?? 1,
              unit: UNITS.find((one) => one === unit) ?? 'D',
            }),
          })
        }
      >
        {UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {t(`units.${unit}`)}
          </option>
        ))}
      </Choice>
      <Choice label={t('anchor')} value={clock.anchor} onChange={(anchor) => onChange({ ...clock, anchor })}>
        {ANCHORS.map((anchor) => (
          <option key={anchor} value={anchor}>
            {t(`anchors.${anchor}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('effect')}
        value={clock.effect}
        onChange={(value) =>
          onChange({ ...clock, effect: EFFECTS.find((one) => one === value) ?? clock.effect })
        }
      >
        {[...new Set([...EFFECTS, clock.effect])].map((effect) => (
          <option key={effect} value={effect}>
            {t(`effects.${effect}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('who')}
        value={clock.who}
        onChange={(value) => onChange({ ...clock, who: WHO.find((one) => one === value) ?? clock.who })}
      >
        {[...new Set([...WHO, clock.who])].map((role) => (
          <option key={role} value={role}>
            {word('roles', role)}
          </option>
        ))}
      </Choice>
      {reminders === undefined ? null : (
        <TextInput
          label={t('ladder')}
          placeholder="14, 7, 2"
          inputMode="numeric"
          value={reminders}
          onChange={({ currentTarget }) => remindBefore(currentTarget.value)}
        />
      )}
      <Button variant="subtle" color="red" onClick={onRemove}>
        {t('removeClock')}
      </Button>
    </div>
  );
}

/** A list to choose from, light enough to stand in every row. */
function Choice({
  label,
  value,
  onChange,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Input.Wrapper label={label} id={id}>
      <Input
        component="select"
        id={id}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {children}
      </Input>
    </Input.Wrapper>
  );
}
