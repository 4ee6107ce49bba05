import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { samplesQuery } from '../../api/samples';
import { useProgramme } from '../../frame/programme';
import { useDays } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { DueBadge } from '../../shared/badges';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { DrawDialog } from './draw-dialog';
import { useFigureName } from './figure-name';
import { SampleView } from './sample-view';
import styles from './samples.module.css';

/** Samples of the programme: what was drawn by which seed, what was found, answered and settled; and the way into a room. */
export function Page() {
  const { t } = useTranslation('samples');
  const days = useDays();
  const me = useMe();
  const nameOf = useFigureName();
  const navigate = useNavigate();
  const programme = useProgramme();
  const [{ sample }, filter] = useFilters();
  const [drawing, draw] = useState(false);
  const [room, setRoom] = useState('');
  const query = useQuery(samplesQuery(programme?.id));
  return (
    <>
      <PageHead title={t('title')}>
        {me.actions.has('evidence.sample') ? <Button onClick={() => draw(true)}>{t('draw')}</Button> : null}
      </PageHead>
      <p className="soft">{t('help')}</p>
      {me.actions.has('room.read') ? (
        <form
          className={styles.find}
          onSubmit={(event) => {
            event.preventDefault();
            if (room.trim() !== '') void navigate({ to: `/rooms/${encodeURIComponent(room.trim())}` });
          }}
        >
          <TextInput
            label={t('room')}
            description={t('roomHelp')}
            value={room}
            onChange={({ currentTarget }) => setRoom(currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {t('enter')}
          </Button>
        </form>
      ) : null}
      <Loaded query={query}>
        {({ samples }) =>
          samples.length === 0 ? (
            <Empty icon="search" title={t('empty')} text={t('emptyHelp')} />
          ) : (
            <ul className={styles.list}>
              {samples.map(({ id, indicator, share, seed, population, asOf, answersUntil, drawnBy }) => (
                <li key={id} className={styles.part}>
                  <div className={styles.line}>
                    <h2>{nameOf(indicator)}</h2>
                    <DueBadge day={answersUntil} />
                  </div>
                  <p>
                    {t('drawn', { share, count: population, day: days.day(asOf), who: drawnBy })}
                    <br />
                    <span className="soft">
                      {t('seed')}: <code>{seed}</code>
                    </span>
                  </p>
                  <Button
                    variant="default"
                    aria-expanded={sample === id}
                    onClick={() => filter({ sample: sample === id ? undefined : id })}
                  >
                    {sample === id ? t('fold') : t('units')}
                  </Button>
                  {sample === id ? <SampleView sample={id} /> : null}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {drawing ? (
        <DrawDialog
          {...(programme === undefined ? {} : { programme: programme.id })}
          onClose={() => draw(false)}
        />
      ) : null}
    </>
  );
}
