import { useTranslation } from 'react-i18next';
import type { components } from '../../api/generated/schema';
import { todayHere, useDays } from '../../i18n/dates';
import { Badge } from '../../shared/badges';
import { standingOf, STANDING_TONES } from '../../shared/standing';
import styles from './university.module.css';

export type OwnAgreement = components['schemas']['Directory']['agreements'][number];

/** A cooperation agreement of the university: whether it stands, until when, and how many were nominated under it. */
export function AgreementState({
  agreement: { id, from, to },
  count,
}: {
  readonly agreement: OwnAgreement;
  /** Nominations under it that the university sees. */
  readonly count: number;
}) {
  const { t } = useTranslation(['university', 'network']);
  const days = useDays();
  const standing = standingOf({ from, to }, todayHere());
  return (
    <li className={styles.head}>
      <strong>{id}</strong>
      <Badge tone={STANDING_TONES[standing]}>{t(`network:standings.${standing}`)}</Badge>
      <span>{t('university:validDays', { from: days.day(from), to: days.day(to) })}</span>
      {standing === 'over' ? null : (
        <span className="soft">
          {standing === 'ahead' ? days.distance(from) : t('university:ends', { when: days.distance(to) })}
        </span>
      )}
      <span className="soft">{t('university:nominatedUnder', { count })}</span>
    </li>
  );
}
