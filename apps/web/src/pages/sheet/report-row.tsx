import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import type { ReportSummary } from '../../api/sheet';
import { useDays } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { tell } from '../../shared/notices';
import { ProblemNote } from '../../shared/states';
import { LockBadge } from './lock-badge';
import { ReportContent } from './report-content';
import styles from './sheet.module.css';

/** A report with who signed it, and what one may do with it: open, prove, sign, withdraw. */
export function ReportRow({ report }: { readonly report: ReportSummary }) {
  const { t } = useTranslation('sheet');
  const days = useDays();
  const me = useMe();
  const client = useQueryClient();
  const [isOpen, open] = useState(false);
  const params = { params: { path: { report: report.id } } };
  const refresh = () => client.invalidateQueries({ queryKey: ['sheet'] });
  const sign = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/reports/{report}/signatures', params)),
    onSuccess: async ({ missing }) => {
      tell(missing === 0 ? t('locked') : t('signedOnce'));
      await refresh();
    },
  });
  const withdraw = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/reports/{report}/withdrawal', params)),
    onSuccess: refresh,
  });
  const prove = useMutation({
    mutationFn: () => answerOf(api.GET('/api/v1/reports/{report}/proof', params)),
  });
  const error = sign.error ?? withdraw.error ?? prove.error;
  const isProposed = report.state === 'proposed';
  const hasSigned = report.signatures.some(({ account }) => account === me.account);
  return (
    <li>
      <div className={styles.goalHead}>
        <strong>{report.id}</strong>
        <LockBadge state={report.state} />
        <span className="soft">
          {t('of', { asOf: days.day(report.asOf), knownAt: days.instant(report.knownAt) })}
        </span>
      </div>
      <p className={styles.small}>
        {t('proposedBy', { who: report.proposedBy, at: days.instant(report.proposedAt) })}
        {report.signatures.map(({ account, at }) => (
          <span key={account}> · {t('signedBy', { who: account, at: days.instant(at) })}</span>
        ))}
      </p>
      <Group gap="xs">
        <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {isOpen ? t('shut') : t('show')}
        </Button>
        <Button size="xs" variant="default" loading={prove.isPending} onClick={() => prove.mutate()}>
          {t('prove')}
        </Button>
        {isProposed && me.actions.has('report.sign') && !hasSigned ? (
          <Button size="xs" loading={sign.isPending} onClick={() => sign.mutate()}>
            {t('sign')}
          </Button>
        ) : null}
        {isProposed && me.actions.has('report.propose') ? (
          <Button size="xs" variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('withdraw')}
          </Button>
        ) : null}
      </Group>
      {isProposed && hasSigned ? <p className={styles.small}>{t('otherSigns')}</p> : null}
      {error === null ? null : <ProblemNote error={error} />}
      {prove.data === undefined ? null : (
        <p role="status">
          {prove.data.intact && prove.data.reproduced
            ? t('proved')
            : t('differs', { figures: prove.data.differs.join(', ') })}
        </p>
      )}
      {isOpen ? <ReportContent report={report.id} /> : null}
    </li>
  );
}
