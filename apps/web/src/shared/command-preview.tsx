import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { useDays } from '../i18n/dates';
import { useWords } from '../i18n/words';
import { previewCommand, type GivenCommand } from '../live/commands';
import { useGuardText } from './guard-text';
import { RefusalGuide } from './refusal';
import { ProblemNote } from './states';
import styles from './refusal.module.css';

/** What a command would change, before it is given. */
export function CommandPreview({ given }: { readonly given: () => GivenCommand }) {
  const { t } = useTranslation('common');
  const word = useWords();
  const days = useDays();
  const missing = useGuardText();
  const look = useMutation({ mutationFn: () => previewCommand(given()) });
  const changes = look.data;
  const stage = changes?.stage;
  const status = changes?.status;
  const isChanged = (one: { before: string; after: string } | undefined): boolean =>
    one !== undefined && one.before !== one.after;
  const lines = [
    ...(isChanged(stage)
      ? [
          t('form.previewStage', {
            before: word('stages', stage?.before ?? ''),
            after: word('stages', stage?.after ?? ''),
          }),
        ]
      : []),
    ...(isChanged(status)
      ? [
          t('form.previewStatus', {
            before: word('statuses', status?.before ?? ''),
            after: word('statuses', status?.after ?? ''),
          }),
        ]
      : []),
    ...(changes?.clocks ?? []).map(({ clock, after }) =>
      after === undefined
        ? t('form.previewClockGone', { clock: word('clocks', clock) })
        : t('form.previewClock', { clock: word('clocks', clock), day: days.day(after) }),
    ),
    ...(changes?.noLongerMet ?? []).map(({ guard, remedy }) =>
      t('form.previewBroken', { guard: missing({ guard, remedy }) }),
    ),
  ];
  return (
    <>
      <Button variant="default" loading={look.isPending} onClick={() => look.mutate()}>
        {t('form.preview')}
      </Button>
      {look.error instanceof ApiProblem && look.error.details.unmet.length > 0 ? (
        <RefusalGuide unmet={look.error.details.unmet} />
      ) : look.error !== null ? (
        <ProblemNote error={look.error} />
      ) : null}
      {look.data === undefined ? null : (
        <div className={styles.guide} role="status">
          <ul>
            {lines.length === 0 ? (
              <li>{t('form.previewNone')}</li>
            ) : (
              lines.map((line) => <li key={line}>{line}</li>)
            )}
          </ul>
        </div>
      )}
    </>
  );
}
