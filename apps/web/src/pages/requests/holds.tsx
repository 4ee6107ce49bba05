import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsQuery, liftHold, setHold, type Hold } from '../../api/subjects';
import { useDays } from '../../i18n/dates';
import { newId } from '../../live/drafts';
import { Badge } from '../../shared/badges';
import { tell } from '../../shared/notices';
import { Empty, Loaded, ProblemNote } from '../../shared/states';
import styles from './requests.module.css';

/** What keeps data of a person from being erased: set for whom is looked at, lifted with a reason. */
export function Holds({ person }: { readonly person: string | undefined }) {
  const { t } = useTranslation(['requests', 'common']);
  const days = useDays();
  const client = useQueryClient();
  const query = useQuery(holdsQuery);
  const [about, ask] = useState<Hold | 'new'>();
  const [reason, setReason] = useState('');
  const change = useMutation({
    mutationFn: async (what: Hold | 'new'): Promise<unknown> =>
      what === 'new'
        ? setHold({ id: `hold-${newId().slice(0, 13)}`, person: person ?? '', reason })
        : liftHold(what.id, reason),
    onSuccess: async (_, what) => {
      tell(what === 'new' ? t('requests:holdSet') : t('requests:holdLifted'));
      ask(undefined);
      setReason('');
      await Promise.all([
        client.invalidateQueries({ queryKey: ['holds'] }),
        client.invalidateQueries({ queryKey: ['erasure'] }),
        client.invalidateQueries({ queryKey: ['retention'] }),
      ]);
    },
  });
  const form = (what: Hold | 'new', label: string) => (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') change.mutate(what);
      }}
    >
      <Textarea
        label={t('requests:reason')}
        required
        autosize
        minRows={2}
        maxLength={2_000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {change.error === null ? null : <ProblemNote error={change.error} />}
      <div className={styles.acts} style={{ marginTop: '0.5rem' }}>
        <Button type="submit" loading={change.isPending}>
          {label}
        </Button>
        <Button variant="default" onClick={() => ask(undefined)}>
          {t('common:act.close')}
        </Button>
      </div>
    </form>
  );
  return (
    <section className={styles.part} aria-labelledby="holds">
      <h2 id="holds">{t('requests:holds')}</h2>
      <p className="soft">{t('requests:holdsHelp')}</p>
      {person === undefined ? null : about === 'new' ? (
        form('new', t('requests:setHold'))
      ) : (
        <Button variant="default" onClick={() => ask('new')}>
          {t('requests:setHoldFor', { person })}
        </Button>
      )}
      <Loaded query={query} lines={2}>
        {({ holds }) =>
          holds.length === 0 ? (
            <Empty icon="lock" title={t('requests:noHolds')} />
          ) : (
            <ul className={styles.list}>
              {holds.map((hold) => (
                <li key={hold.id}>
                  <div className={styles.line}>
                    <span>
                      <strong>{hold.person}</strong>{' '}
                      <Badge tone="held">{days.day(hold.setAt.slice(0, 10))}</Badge> {hold.reason}{' '}
                      <span className="soft">{hold.setBy}</span>
                    </span>
                    {about === hold ? null : (
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={`${t('requests:lift')}: ${hold.person}`}
                        onClick={() => ask(hold)}
                      >
                        {t('requests:lift')}
                      </Button>
                    )}
                  </div>
                  {about === hold ? form(hold, t('requests:lift')) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
