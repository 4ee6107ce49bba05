import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import type { Act } from '../../shared/act-dialog';
import { Badge, DueBadge } from '../../shared/badges';
import { nameText, PersonName } from '../../shared/person-name';
import { useTaskText } from '../../shared/task-text';
import { placementActs } from './company-acts';
import type { OwnPlacement } from './placements';
import styles from './company.module.css';

const HIRING: readonly string[] = ['deciding', 'contract', 'working'];

/** Somebody who is offered, comes, is there or was, with what the company can do about it today. */
export function PlacementRow({
  own: { line, journey, placement, group },
  onAct,
}: {
  readonly own: OwnPlacement;
  readonly onAct: (act: Act) => void;
}) {
  const { t } = useTranslation('company');
  const word = useWords();
  const days = useDays();
  const text = useTaskText();
  const task = line.tasks.find(({ who }) => who === 'company');
  const acts = placement === undefined ? [] : placementActs(journey, placement);
  const name = nameText(line.name, line.person);
  return (
    <li>
      <div className={styles.who}>
        <Link to={`/journeys/${line.id}`}>
          <PersonName name={line.name} id={line.person} />
        </Link>
        {placement === undefined ? null : (
          <p>
            {t('placeAt', { site: placement.site, hours: placement.hoursPerWeek })} ·{' '}
            {days.day(placement.from)} – {days.day(placement.to)} · {word('codes', placement.route)}
          </p>
        )}
        {task === undefined ? null : (
          <p>
            {t('next', { task: text(task) })}{' '}
            {task.dueOn === undefined ? null : (
              <DueBadge day={task.dueOn} overdue={task.overdue} today={journey.today} />
            )}
          </p>
        )}
      </div>
      <Badge tone="active">{word('stages', line.stage)}</Badge>
      <div className={styles.acts}>
        {acts.map((act, index) => (
          <Button
            key={act.command}
            variant={index === 0 && group === 'offered' ? 'filled' : 'default'}
            aria-label={`${word('commands', act.command)}: ${name}`}
            onClick={() => onAct(act)}
          >
            {word('commands', act.command)}
          </Button>
        ))}
        {HIRING.includes(group) ? (
          <Button component={Link} to={`/company/hires/${line.id}`} aria-label={`${t('hire')}: ${name}`}>
            {t('hire')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
