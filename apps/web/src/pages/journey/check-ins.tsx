import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { RiskBadge } from '../../shared/badges';
import { Empty } from '../../shared/states';
import styles from './journey.module.css';

/** How the person was, check-in by check-in, newest first; the needs of the last one are to be seen to. */
export function CheckIns({ journey: { state } }: { readonly journey: Journey }) {
  const { t } = useTranslation('journey');
  const word = useWords();
  const days = useDays();
  const { checkIns, plan } = state.integration;
  if (checkIns.length === 0) return <Empty icon="heart" title={t('noCheckIns')} text={t('noCheckInsHelp')} />;
  return (
    <>
      {plan === undefined ? null : <p className="soft">{t('planned', { day: days.day(plan.on) })}</p>}
      <ul className={styles.timeline}>
        {checkIns.toReversed().map(({ on, period, risk, needs, role }) => (
          <li key={`${on}/${role}`} className={styles.fact}>
            <span>{days.day(on)}</span>
            <div>
              <p>
                <RiskBadge risk={risk} /> <span className="soft">· {word('roles', role)}</span>
              </p>
              {needs.length === 0 ? null : (
                <p className={styles.small}>
                  {word('fields', 'needs')} {needs.map((need) => word('codes', need)).join(', ')}
                </p>
              )}
            </div>
            <span className="soft">{/^\d{4}-\d{2}$/.test(period) ? days.month(period) : period}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
