import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Journey, Task } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { DueBadge } from '../../shared/badges';
import { commandOfTask } from '../../shared/guard-commands';
import { RemindButton, useMayRemind } from '../../shared/remind';
import { useTaskText } from '../../shared/task-text';
import styles from './journey.module.css';

/** Commands that see to a need; the others are seen to by people, and go with the next check-in that does not name them. */
const NEED_COMMANDS: Readonly<Record<string, string>> = {
  housing: 'record-housing',
  language: 'plan-language',
  contact: 'record-contact-attempt',
};

interface Props {
  readonly journey: Journey;
  readonly task: Task;
  readonly isMine: (command: string | undefined) => command is string;
  readonly onAct: (command: string) => void;
}

/** One thing to do: what, who, since or until when, and the act or the reminder. */
export function NextRow({ journey, task, isMine, onAct }: Props) {
  const { t } = useTranslation('journey');
  const word = useWords();
  const days = useDays();
  const text = useTaskText();
  const mayRemind = useMayRemind();
  // `need:housing:2024-09-02`
  const [, need = '', since] = task.key.split(':');
  const isNeed = task.kind === 'need';
  const command = isNeed ? NEED_COMMANDS[need] : commandOfTask(task);
  return (
    <li className={styles.task}>
      <span>
        {text(task)} <span className="soft">· {word('roles', task.who)}</span>
        {isNeed && since !== undefined ? (
          <span className="soft"> · {t('needOf', { day: days.day(since) })}</span>
        ) : null}
      </span>
      {task.dueOn === undefined ? null : (
        <DueBadge day={task.dueOn} overdue={task.overdue} today={journey.today} />
      )}
      {isMine(command) ? (
        <Button size="compact-sm" variant="light" onClick={() => onAct(command)}>
          {word('commands', command)}
        </Button>
      ) : mayRemind(task) ? (
        <RemindButton journey={journey.id} task={task} />
      ) : null}
    </li>
  );
}
