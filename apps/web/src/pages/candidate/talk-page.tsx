import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { Button } from '@mantine/core';
import { useDays } from '../../i18n/dates';
import { useWaits } from '../../live/outbox';
import { useMe } from '../../session/session';
import { CheckInForm } from '../../shared/check-in-form';
import { Complaints } from './complaints';
import { OwnJourney } from './own-journey';
import styles from './candidate.module.css';

function CheckIn({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('candidate');
  const days = useDays();
  const me = useMe();
  const waits = useWaits();
  const [open, setOpen] = useState(false);
  const role = me.by(['candidate']);
  const { checkIns } = journey.state.integration;
  const last = checkIns.findLast(({ role: who }) => who === 'candidate');
  return (
    <section className={styles.part} aria-labelledby="check-in">
      <h2 id="check-in">{t('checkIn')}</h2>
      <p className="soft">{t('checkInHelp')}</p>
      {last === undefined ? null : <p>{t('lastCheckIn', { day: days.day(last.on) })}</p>}
      {waits(journey.id, 'check-in') ? (
        <p role="status">{t('willBeSent')}</p>
      ) : open && role !== undefined ? (
        <CheckInForm
          key={checkIns.length}
          journey={journey.id}
          by={{ account: me.account, ...role }}
          today={journey.today}
          before={checkIns.length}
          onDone={() => setOpen(false)}
        />
      ) : (
        <Button size="md" onClick={() => setOpen(true)}>
          {t('checkInStart')}
        </Button>
      )}
    </section>
  );
}

/** How it goes, and the ways to say that something is wrong. */
export function Page() {
  const { t } = useTranslation('candidate');
  return (
    <OwnJourney title={t('talk')}>
      {(journey) => (
        <>
          <CheckIn journey={journey} />
          <Complaints journey={journey} />
        </>
      )}
    </OwnJourney>
  );
}
