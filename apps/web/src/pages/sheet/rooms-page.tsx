import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { roomsQuery } from '../../api/samples';
import { useProgramme } from '../../frame/programme';
import { todayHere, useDays } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { Badge } from '../../shared/badges';
import { PageHead } from '../../shared/page-head';
import { standingOf, STANDING_TONES } from '../../shared/standing';
import { Empty, Loaded } from '../../shared/states';
import styles from './samples.module.css';

/** The rooms of a programme: to whom each was opened and for which days, the way in, and what it was used for. */
export function Page() {
  const { t } = useTranslation(['samples', 'network']);
  const days = useDays();
  const me = useMe();
  const programme = useProgramme();
  const query = useQuery(roomsQuery(programme?.id));
  return (
    <>
      <PageHead title={t('samples:rooms')} />
      <p className="soft">{t('samples:roomsHelp')}</p>
      <Loaded query={query}>
        {({ rooms }) =>
          rooms.length === 0 ? (
            <Empty icon="search" title={t('samples:noRooms')} text={t('samples:noRoomsHelp')} />
          ) : (
            <ul className={styles.list}>
              {rooms.map((room) => {
                const standing = standingOf(room, todayHere());
                return (
                  <li key={room.id} className={styles.part}>
                    <div className={styles.line}>
                      <h2>{room.account}</h2>
                      <Badge tone={STANDING_TONES[standing]}>{t(`network:standings.${standing}`)}</Badge>
                    </div>
                    <p>
                      {t('samples:roomDays', { from: days.day(room.from), to: days.day(room.to) })}
                      <br />
                      <span className="soft">
                        {t('samples:openedBy', { who: room.openedBy, at: days.instant(room.openedAt) })}
                      </span>
                    </p>
                    <div className={styles.acts}>
                      {room.account === me.account ? (
                        <Link to={`/rooms/${encodeURIComponent(room.id)}`}>{t('samples:enter')}</Link>
                      ) : null}
                      <Link to={`/rooms/${encodeURIComponent(room.id)}/log`}>{t('samples:log')}</Link>
                    </div>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
