import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/session';
import type { Done, Giver } from '../../shared/give';
import { PageHead } from '../../shared/page-head';
import { nameText } from '../../shared/person-name';
import { Empty, Loaded, Skeleton } from '../../shared/states';
import { useMentees, type Mentee } from './mentees';
import type { Work } from './work';
import styles from './mentor.module.css';

interface Parts {
  readonly journey: string;
  readonly work: Work;
  readonly today: string;
  readonly by: Giver;
  readonly onDone: Done;
}

interface Props {
  readonly title: string;
  readonly help: string;
  readonly children: (parts: Parts) => ReactNode;
}

/** What stands around a mentor's form about one person: whom it is about, the way back, and why it is asked. */
export function MenteeForm({ title, help, children }: Props) {
  const { t } = useTranslation(['mentees', 'common']);
  const { journey: id = '' } = useParams({ strict: false });
  const me = useMe();
  const navigate = useNavigate();
  const { query, mentees } = useMentees();
  const role = me.by(['mentor']);
  const mentee: Mentee | undefined = mentees.find(({ line }) => line.id === id);
  const form = (): ReactNode => {
    if (mentee === undefined || role === undefined)
      return <Empty icon="lock" title={t('common:states.notYours')} text={t('common:states.notYoursHelp')} />;
    const { journey, work, line } = mentee;
    return (
      <>
        <PageHead title={title} />
        <p className={styles.done}>{nameText(line.name, line.person)}</p>
        {journey === undefined || work === undefined ? (
          <Skeleton />
        ) : (
          children({
            journey: id,
            work,
            today: journey.today,
            by: { account: me.account, ...role },
            onDone: () => void navigate({ to: '/mentees' }),
          })
        )}
        <details className={styles.help}>
          <summary>{t('mentees:helpTitle')}</summary>
          <p>{help}</p>
        </details>
      </>
    );
  };
  return (
    <div className={styles.page}>
      <Link to="/mentees" className={styles.back}>
        {t('mentees:back')}
      </Link>
      <Loaded query={query}>{form}</Loaded>
    </div>
  );
}
