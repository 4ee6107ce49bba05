import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { useDraft } from '../../live/drafts';
import { useMe } from '../../session/session';
import { GiveProblem } from '../../shared/give-problem';
import { useGive } from '../../shared/give';
import styles from './candidate.module.css';

const EMPTY = { reason: '' };

/** Leaves the programme: what it means stands beside the one button that does it; no reason has to be given. */
export function Withdraw({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('candidate');
  const me = useMe();
  const { draft, change, clear } = useDraft(me.account, `withdraw/${journey.id}`, EMPTY);
  const [open, setOpen] = useState(false);
  const give = useGive((how) => {
    if (how === 'given') clear();
    setOpen(false);
  });
  const by = me.by(['candidate']);
  if (journey.status === 'closed' || journey.status === 'void' || by === undefined) return null;
  const send = (): void =>
    give.mutate({
      id: draft.id,
      journey: journey.id,
      command: 'withdraw',
      happenedOn: journey.today,
      by,
      data: {
        reason: draft.values.reason.trim() === '' ? t('noReason') : draft.values.reason.trim(),
        returnable: true,
      },
    });
  return (
    <section className={styles.part} aria-labelledby="leave">
      <h2 id="leave">{t('leave')}</h2>
      <p>{t('leaveHelp')}</p>
      {open ? (
        <Stack gap="sm">
          <ul>
            <li>{t('leaveMeans.now')}</li>
            <li>{t('leaveMeans.placement')}</li>
            <li>{t('leaveMeans.money')}</li>
            <li>{t('leaveMeans.data')}</li>
            <li>{t('leaveMeans.back')}</li>
          </ul>
          <Textarea
            label={t('leaveReason')}
            autosize
            minRows={1}
            maxLength={2000}
            value={draft.values.reason}
            onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
          />
          <GiveProblem error={give.error} />
          <Button size="md" className={styles.danger} loading={give.isPending} onClick={send}>
            {t('leaveDo')}
          </Button>
          <Button size="md" variant="default" onClick={() => setOpen(false)}>
            {t('keep')}
          </Button>
        </Stack>
      ) : (
        <Button size="md" variant="default" onClick={() => setOpen(true)}>
          {t('leaveOpen')}
        </Button>
      )}
    </section>
  );
}
