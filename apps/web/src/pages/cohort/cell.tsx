import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CohortLine } from '../../api/cohort';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { Badge, type Tone } from '../../shared/badges';
import { nameText } from '../../shared/person-name';
import { cellOf, factPath, type CellState, type MilestoneCode } from './milestones';
import styles from './cohort.module.css';

interface Props {
  readonly line: CohortLine;
  readonly milestone: MilestoneCode;
}

const TONES: Readonly<Partial<Record<CellState['state'], Tone>>> = {
  done: 'done',
  late: 'late',
  due: 'soon',
  blocked: 'held',
};

/** Done with its date, due, late, blocked, or not applicable; never by colour alone. What is done leads to the fact, what is due to the act. */
export function Cell({ line, milestone }: Props) {
  const { t } = useTranslation('cohort');
  const days = useDays();
  const word = useWords();
  const { state, day } = cellOf(line, milestone);
  const tone = TONES[state];
  if (tone === undefined)
    return (
      <span className="soft" title={t(state === 'gone' ? 'gone' : 'open')}>
        {state === 'gone' ? '–' : '○'}
      </span>
    );
  const on = day === undefined ? undefined : days.day(day);
  const text = {
    done: milestone === 'months' ? `✓ ${line.months}` : `✓ ${on ?? ''}`,
    late: `${t('late')} · ${on ?? ''}`,
    due: on ?? t('due'),
    blocked: t('blocked'),
    open: '',
    gone: '',
  }[state];
  return (
    <Link
      to={`/journeys/${line.id}`}
      search={state === 'done' ? factPath(milestone) : {}}
      className={styles.cell}
      aria-label={t('cell', {
        milestone: word('milestones', milestone),
        text,
        name: nameText(line.name, line.person),
      })}
    >
      <Badge tone={tone}>{text}</Badge>
    </Link>
  );
}
