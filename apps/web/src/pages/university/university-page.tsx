import { Button, Input } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProgramme } from '../../frame/programme';
import { useMe } from '../../session/session';
import { ActDialog, type Act } from '../../shared/act-dialog';
import { directoryQuery } from '../../shared/directory';
import { useFilters } from '../../shared/filters';
import { useOwnJourneys } from '../../shared/own-journeys';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { AgreementState } from './agreement-state';
import { Student } from './student';
import { answerOfProgramme } from './students';
import styles from './university.module.css';

/** So many students are shown at once; the others come on demand. */
const AT_ONCE = 25;
const SHOWN_ANSWERS = ['sent', 'pending', 'verified', 'rejected', 'cancelled'] as const;

/** What a university has to do with: whom it nominates, what was answered, and how far its students are. */
export function Page() {
  const { t } = useTranslation(['university', 'common']);
  const me = useMe();
  const programme = useProgramme();
  const university = me.by(['university'])?.organisation;
  const directory = useQuery(directoryQuery);
  const { query, own } = useOwnJourneys();
  const [filters, filter] = useFilters();
  const [doing, act] = useState<{ readonly journey: string; readonly act: Act }>();
  const [most, setMost] = useState(AT_ONCE);
  if (university === undefined)
    return <Empty icon="lock" title={t('common:states.notYours')} text={t('common:states.notYoursHelp')} />;
  const under = own.flatMap(({ journey }) => journey?.state.agreement ?? []);
  const agreements = (directory.data?.agreements ?? []).filter(
    ({ organisation, programme: of }) =>
      organisation === university && (programme === undefined || of === programme.id),
  );
  const shown = own.filter(
    ({ journey }) =>
      (filters.answer ?? '') === '' ||
      (journey !== undefined && answerOfProgramme(journey.state) === filters.answer),
  );
  return (
    <>
      <PageHead title={t('university:title')}>
        <Input
          component="select"
          aria-label={t('university:filter')}
          value={filters.answer ?? ''}
          onChange={({ currentTarget }) => filter({ answer: currentTarget.value })}
        >
          <option value="">{t('university:all')}</option>
          {SHOWN_ANSWERS.map((answer) => (
            <option key={answer} value={answer}>
              {t(`university:answer.${answer}`)}
            </option>
          ))}
        </Input>
        {agreements.length === 0 ? null : (
          <Button component={Link} to="/nominate">
            {t('university:nominate')}
          </Button>
        )}
      </PageHead>
      <section className={styles.panel} aria-labelledby="agreements">
        <h2 id="agreements">{t('university:agreements')}</h2>
        <Loaded query={directory} lines={1}>
          {() =>
            agreements.length === 0 ? (
              <p className="soft">{t('university:noAgreement')}</p>
            ) : (
              <ul className={styles.plain}>
                {agreements.map((agreement) => (
                  <AgreementState
                    key={agreement.id}
                    agreement={agreement}
                    count={under.filter((id) => id === agreement.id).length}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
      <Loaded query={query}>
        {() =>
          shown.length === 0 ? (
            <Empty icon="cap" title={t('university:emptyTitle')} text={t('university:emptyHelp')} />
          ) : (
            <ul className={styles.students} aria-label={t('university:title')}>
              {shown.slice(0, most).map((one) => (
                <Student
                  key={one.line.id}
                  own={one}
                  onAct={(next) => act({ journey: one.line.id, act: next })}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {shown.length > most ? (
        <Button variant="default" onClick={() => setMost(most + AT_ONCE)}>
          {t('university:more', { count: shown.length - most })}
        </Button>
      ) : null}
      {doing === undefined ? null : (
        <ActDialog journey={doing.journey} act={doing.act} onClose={() => act(undefined)} />
      )}
    </>
  );
}
