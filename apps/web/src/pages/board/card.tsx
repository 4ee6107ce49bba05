import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CohortLine } from '../../api/cohort';
import { daysBetween, todayHere } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { DueBadge, RiskBadge, StatusBadge } from '../../shared/badges';
import { useOrganisationName } from '../../shared/directory';
import { nameText, PersonName } from '../../shared/person-name';
import { RemindButton, useMayRemind } from '../../shared/remind';
import { useTaskText } from '../../shared/task-text';
import { MoveMenu } from './move-menu';
import styles from './board.module.css';

interface Props {
  readonly line: CohortLine;
  /** Its place in the column, and who measures it there. */
  readonly index: number;
  readonly measure: (card: HTMLLIElement | null) => void;
  readonly onDrag: (journey: string | undefined) => void;
  readonly onMenu: (to: string) => void;
}

/** Who, where, for how long, what is next and who must act. */
export function Card({ line, index, measure, onDrag, onMenu }: Props) {
  const { t } = useTranslation('board');
  const word = useWords();
  const named = useOrganisationName();
  const text = useTaskText();
  const mayRemind = useMayRemind();
  const element = useRef<HTMLLIElement>(null);
  const [away, setAway] = useState(false);
  const latest = useRef({ line, onDrag });
  latest.current = { line, onDrag };
  useEffect(() => {
    if (element.current === null) return undefined;
    return draggable({
      element: element.current,
      getInitialData: () => ({ line: latest.current.line }),
      onDragStart: () => {
        setAway(true);
        latest.current.onDrag(latest.current.line.id);
      },
      onDrop: () => {
        setAway(false);
        latest.current.onDrag(undefined);
      },
    });
  }, []);
  const next = line.tasks.find(({ kind }) => kind === 'guard') ?? line.tasks[0];
  const days = daysBetween(line.stageOn, todayHere());
  return (
    <li
      ref={(card) => {
        element.current = card;
        measure(card);
      }}
      data-index={index}
      className={`${styles.card} ${away ? styles.dragged : ''}`}
    >
      <div className={styles.top}>
        <Link to={`/journeys/${line.id}`} className={styles.name}>
          <PersonName name={line.name} id={line.person} />
        </Link>
        <MoveMenu journey={line.id} name={nameText(line.name, line.person)} onMove={onMenu} />
      </div>
      <div className={styles.line}>
        {named(line.companies.at(-1) ?? line.university)} · {t('days', { count: Math.max(0, days) })}
      </div>
      {line.status === 'open' ? null : <StatusBadge status={line.status} />}
      {line.risk === undefined || line.risk === 'none' ? null : <RiskBadge risk={line.risk} />}
      {next === undefined ? null : (
        <div className={styles.next}>
          {text(next)} · <span className="soft">{word('roles', next.who)}</span>
        </div>
      )}
      {next?.dueOn === undefined ? null : <DueBadge day={next.dueOn} overdue={next.overdue} />}
      {next !== undefined && mayRemind(next) ? <RemindButton journey={line.id} task={next} /> : null}
    </li>
  );
}
