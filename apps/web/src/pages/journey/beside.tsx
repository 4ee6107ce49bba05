import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { daysBetween, useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { Badge, RiskBadge } from '../../shared/badges';
import { useOrganisationName } from '../../shared/directory';
import { AMBER_DAYS, placementOf } from './axes';
import { LanguageAxis, RecognitionAxis } from './beside-axes';
import styles from './journey.module.css';

/** The axes beside the stage, each in a line. What the reader may not see looks as before anything happened. */
export function Beside({ journey: { state, today } }: { readonly journey: Journey }) {
  const { t } = useTranslation('journey');
  const word = useWords();
  const days = useDays();
  const named = useOrganisationName();
  const placement = placementOf(state);
  const contract = Object.values(state.contracts).at(-1);
  const title = state.titles.at(-1);
  const checkIn = state.integration.checkIns.at(-1);
  const { signed, withdrawnOn, waivedOn, countersignedOn } = state.commitment;
  return (
    <section className={styles.panel} aria-labelledby="beside">
      <h2 id="beside">{t('beside')}</h2>
      <dl>
        <dt>{word('axes', 'commitment')}</dt>
        <dd>
          {withdrawnOn !== undefined
            ? t('withdrawn', { day: days.day(withdrawnOn) })
            : signed !== undefined
              ? `✓ ${t('signed', { day: days.day(signed.on) })}${countersignedOn === undefined ? ` · ${t('notCountersigned')}` : ''}`
              : waivedOn !== undefined
                ? t('waived', { day: days.day(waivedOn) })
                : t('none')}
        </dd>
        <dt>{word('axes', 'placement')}</dt>
        <dd>
          {placement === undefined
            ? t('none')
            : `${named(placement.company)}, ${placement.site} · ${days.day(placement.from)} – ${days.day(placement.to)} · ${t(
                placement.ended !== undefined
                  ? 'ended'
                  : placement.startedOn !== undefined
                    ? 'running'
                    : placement.agreedOn !== undefined
                      ? 'agreed'
                      : 'reserved',
              )}`}
        </dd>
        <dt>{word('axes', 'title')}</dt>
        <dd>
          {title === undefined ? (
            t('none')
          ) : (
            <>
              {word('codes', title.route)} · {t('validTo', { day: days.day(title.validTo) })}{' '}
              <TitleLeft
                days={daysBetween(today, title.validTo)}
                whole={daysBetween(title.validFrom, title.validTo)}
              />
            </>
          )}
        </dd>
        <dt>{word('axes', 'language')}</dt>
        <dd>
          <LanguageAxis language={state.language} />
        </dd>
        <dt>{word('axes', 'recognition')}</dt>
        <dd>
          <RecognitionAxis recognitions={state.recognitions} />
        </dd>
        <dt>{word('axes', 'contract')}</dt>
        <dd>
          {contract === undefined
            ? t('none')
            : `${named(contract.company)} · ${t(Object.keys(contract.signatures).length > 1 ? 'contractSigned' : contract.offered === undefined ? 'contractPrepared' : 'contractOffered')}`}
        </dd>
        <dt>{word('axes', 'integration')}</dt>
        <dd>
          {checkIn === undefined ? (
            t('none')
          ) : (
            <>
              <RiskBadge risk={checkIn.risk} /> {days.day(checkIn.on)}
            </>
          )}
        </dd>
      </dl>
    </section>
  );
}

/** How much of a title is left, as a bar and in words. */
function TitleLeft({ days, whole }: { readonly days: number; readonly whole: number }) {
  const { t } = useTranslation('journey');
  if (days < 0) return <Badge tone="closed">{t('over')}</Badge>;
  const share = Math.min(100, Math.max(0, (days / Math.max(1, whole)) * 100));
  return (
    <>
      <Badge tone={days < AMBER_DAYS ? 'soon' : 'active'}>{t('daysLeft', { count: days })}</Badge>
      <div className={styles.bar} aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </div>
    </>
  );
}
