import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openRoom, sampleQuery } from '../../api/samples';
import { addDays, todayHere } from '../../i18n/dates';
import { newId } from '../../live/drafts';
import { useMe } from '../../session/session';
import { tell } from '../../shared/notices';
import { Loaded, ProblemNote } from '../../shared/states';
import { SampleUnitRow } from './sample-unit';
import styles from './samples.module.css';

/** Drawn units with what was found, answered and settled, and what is next of each; for coordinators, opening a room. */
export function SampleView({ sample }: { readonly sample: string }) {
  const me = useMe();
  const query = useQuery(sampleQuery(sample));
  return (
    <Loaded query={query} lines={3}>
      {({ units }) => (
        <>
          {me.actions.has('room.open') ? <OpenRoom sample={sample} /> : null}
          <ul className={styles.list}>
            {units.map((unit) => (
              <SampleUnitRow key={unit.unit} sample={sample} unit={unit} />
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

const DAYS_OPEN = 30;

function OpenRoom({ sample }: { readonly sample: string }) {
  const { t } = useTranslation('samples');
  const [account, setAccount] = useState('');
  const open = useMutation({
    mutationFn: () =>
      openRoom(sample, {
        id: `room-${newId().slice(0, 13)}`,
        account: account.trim(),
        from: todayHere(),
        to: addDays(todayHere(), DAYS_OPEN),
      }),
    onSuccess: () => tell(t('opened')),
  });
  return (
    <form
      className={styles.acts}
      onSubmit={(event) => {
        event.preventDefault();
        if (account.trim() !== '') open.mutate();
      }}
    >
      <TextInput
        label={t('auditor')}
        description={t('auditorHelp', { count: DAYS_OPEN })}
        value={account}
        onChange={({ currentTarget }) => setAccount(currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={open.isPending}>
        {t('open')}
      </Button>
      {open.data === undefined ? null : (
        <p role="status">
          {t('roomIs')} <code>{open.data.room.id}</code>
        </p>
      )}
      {open.error === null ? null : <ProblemNote error={open.error} />}
    </form>
  );
}
