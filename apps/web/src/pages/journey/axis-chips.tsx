import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { useWords } from '../../i18n/words';
import { Badge } from '../../shared/badges';
import { axisChips, type AxisChip } from './axes';
import styles from './journey.module.css';

/** The axes at a glance, under the stages: each with its name and how it stands, in words as well as in colour. */
export function AxisChips({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('journey');
  const word = useWords();
  const textOf = ({ state, code, count }: AxisChip): string => {
    if (state === 'code') return word('codes', code ?? '');
    if (state === 'none') return '–';
    return state === 'daysLeft' ? t('daysLeft', { count: count ?? 0 }) : t(`chips.${state}`);
  };
  return (
    <ul className={styles.chips} aria-label={t('axes')}>
      {axisChips(journey.state, journey.today).map((chip) => (
        <li key={chip.axis} className={chip.state === 'none' ? styles.begunNot : undefined}>
          <span className="soft">{word('axes', chip.axis)}</span>{' '}
          <Badge tone={chip.tone}>{textOf(chip)}</Badge>
        </li>
      ))}
    </ul>
  );
}
