import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { reportsQuery, type Moment } from '../../api/sheet';
import { todayHere } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { tell } from '../../shared/notices';
import { Empty, Loaded, ProblemNote } from '../../shared/states';
import { ReportRow } from './report-row';
import styles from './sheet.module.css';

/** Reports of the programme, the youngest first: proposed, signed by two people, then locked for ever. */
export function ReportsView({ moment }: { readonly moment: Moment }) {
  const { t } = useTranslation('sheet');
  const me = useMe();
  const query = useQuery(reportsQuery(moment.programme));
  return (
    <>
      {me.actions.has('report.propose') ? <ProposeForm moment={moment} /> : null}
      <Loaded query={query}>
        {({ reports }) =>
          reports.length === 0 ? (
            <Empty icon="lock" title={t('noReports')} text={t('noReportsHelp')} />
          ) : (
            <ul className={styles.differences}>
              {reports.map((report) => (
                <ReportRow key={report.id} report={report} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

/** Proposes the moment of the page; the id makes it safe to send again. */
function ProposeForm({ moment }: { readonly moment: Moment }) {
  const { t } = useTranslation('sheet');
  const client = useQueryClient();
  const [id, setId] = useState('');
  const wanted = id === '' ? `report-${moment.asOf ?? todayHere()}` : id;
  const propose = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/reports', { body: { id: wanted, ...moment } })),
    onSuccess: async ({ missing }) => {
      tell(t('proposed', { count: missing }));
      setId('');
      await client.invalidateQueries({ queryKey: ['sheet'] });
    },
  });
  return (
    <form
      className={styles.choices}
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate();
      }}
    >
      <TextInput
        label={t('reportId')}
        placeholder={wanted}
        value={id}
        onChange={({ currentTarget }) => setId(currentTarget.value)}
      />
      <Button type="submit" loading={propose.isPending}>
        {t('propose')}
      </Button>
      <p className="soft">{t('proposeHelp')}</p>
      {propose.error === null ? null : <ProblemNote error={propose.error} />}
    </form>
  );
}
