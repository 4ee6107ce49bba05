import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { todayHere, useDays } from '../../i18n/dates';
import { previewCommand } from '../../live/commands';
import { newId } from '../../live/drafts';
import { Badge } from '../../shared/badges';
import { Loaded } from '../../shared/states';
import { guardCode } from '../../shared/guard-text';
import styles from './university.module.css';

interface Props {
  readonly programme: string;
  readonly university: string;
  readonly agreement: string;
  /** Nominations under it that the university sees. */
  readonly count: number;
  /** Somebody who was nominated before: the question needs a person, and keeps nothing. */
  readonly person: string;
}

/** Why nobody could be nominated under the agreement today; undefined while it is in force. */
const standingQuery = ({ programme, university, agreement, person }: Props) => {
  const today = todayHere();
  return {
    queryKey: ['cohort', programme, 'agreement', agreement, today],
    queryFn: async (): Promise<string | null> => {
      try {
        await previewCommand({
          id: newId(),
          journey: `j-${newId().slice(0, 13)}`,
          command: 'nominate',
          happenedOn: today,
          by: { role: 'university', organisation: university },
          data: { person, programme, university, agreement, subject: 'preview', expectedDegreeOn: today },
        });
        return null;
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.details.unmet.length === 0) throw error;
        return (
          error.details.unmet.find(({ guard }) => guardCode(guard) === 'agreement-in-force')?.remedy ?? null
        );
      }
    },
  };
};

/** Whether the cooperation agreement stands, asked of the API as a nomination that is not given. */
export function AgreementState(props: Props) {
  const { t } = useTranslation('university');
  const days = useDays();
  const query = useQuery(standingQuery(props));
  return (
    <li className={styles.head}>
      <strong>{props.agreement}</strong>
      <Loaded query={query} lines={1}>
        {(why) => (
          <>
            <Badge tone={why === null ? 'done' : 'late'}>
              {t(why === null ? 'inForce' : 'notInForce', { day: days.day(todayHere()) })}
            </Badge>
            {why === null ? null : (
              <span className="soft" lang="en">
                {why}
              </span>
            )}
          </>
        )}
      </Loaded>
      <span className="soft">{t('nominatedUnder', { count: props.count })}</span>
    </li>
  );
}
