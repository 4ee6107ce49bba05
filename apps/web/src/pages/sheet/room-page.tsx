import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { roomQuery, type RoomUnit } from '../../api/samples';
import { useDays } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { Badge } from '../../shared/badges';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { FactList } from './fact-list';
import styles from './samples.module.css';

/** An auditor's room: drawn units under ids, with their facts and the documents that are for auditors. Every look is on record. */
export function Page() {
  const { t } = useTranslation('samples');
  const days = useDays();
  const me = useMe();
  const { room = '' } = useParams({ strict: false });
  const query = useQuery(roomQuery(room));
  return (
    <>
      <PageHead title={t('room')}>
        {me.actions.has('room.log') ? (
          <Link to={`/rooms/${encodeURIComponent(room)}/log`}>{t('log')}</Link>
        ) : null}
      </PageHead>
      <Loaded query={query}>
        {({ room: { sample, from, to }, units }) => (
          <>
            <p className="soft">{t('roomIsOpen', { sample, from: days.day(from), to: days.day(to) })}</p>
            {units.length === 0 ? <Empty icon="search" title={t('roomEmpty')} /> : null}
            <ul className={styles.list}>
              {units.map((unit) => (
                <Unit key={unit.unit} room={room} unit={unit} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </>
  );
}

const contentOf = (room: string, file: string): string =>
  `/api/v1/rooms/${encodeURIComponent(room)}/documents/${encodeURIComponent(file)}`;

function Unit({ room, unit }: { readonly room: string; readonly unit: RoomUnit }) {
  const { t } = useTranslation('samples');
  const days = useDays();
  return (
    <li className={styles.part}>
      <div className={styles.line}>
        <h2>{unit.unit}</h2>
        <span className="soft">{days.day(unit.since)}</span>
        {unit.finding === undefined ? (
          <Badge tone="waiting">{t('unchecked')}</Badge>
        ) : (
          <Badge tone={unit.finding.code === 'in-order' ? 'done' : 'late'}>
            {t(`findings.${unit.finding.code}`)}
          </Badge>
        )}
      </div>
      <FactList facts={unit.facts} />
      {unit.documents.length === 0 ? (
        <p className="soft">{t('noDocuments')}</p>
      ) : (
        <ul>
          {unit.documents.map(({ file, type, sha256, withheld, redacted = [] }) => (
            <li key={file}>
              {withheld ? (
                t('withheld')
              ) : (
                <a href={contentOf(room, file)} download>
                  {t('document', { type })}
                </a>
              )}{' '}
              <code className="soft">{sha256.slice(0, 16)}</code>
              {redacted.length === 0 ? null : (
                <p>
                  {t('redacted')}{' '}
                  {redacted.map((page, index) => (
                    <a key={page.file} href={contentOf(room, page.file)} download>
                      {t('page', { number: index + 1 })}{' '}
                    </a>
                  ))}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
