import { useTranslation } from 'react-i18next';
import type { CohortLine } from '../../api/cohort';
import { useDays } from '../../i18n/dates';
import { Badge } from '../../shared/badges';
import type { MilestoneCode } from './milestones';
import { cellOf } from './milestones';

/** Done with its date, due, late, blocked, or not applicable; never by colour alone. */
export function Cell({ line, milestone }: { readonly line: CohortLine; readonly milestone: MilestoneCode }) {
  const { t } = useTranslation('cohort');
  const days = useDays();
  const { state, day } = cellOf(line, milestone);
  if (state === 'done' && milestone === 'months') return <Badge tone="done">✓ {line.months}</Badge>;
  if (state === 'done') return <Badge tone="done">✓ {day === undefined ? '' : days.day(day)}</Badge>;
  if (state === 'late')
    return (
      <Badge tone="late">
        {t('late')} · {days.day(day ?? '')}
      </Badge>
    );
  if (state === 'due') return <Badge tone="soon">{day === undefined ? t('due') : days.day(day)}</Badge>;
  if (state === 'gone')
    return (
      <span className="soft" title={t('gone')}>
        –
      </span>
    );
  return (
    <span className="soft" title={t('open')}>
      ○
    </span>
  );
}
