import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rulesQuery, type Rules } from '../../api/oversight';
import { todayHere, useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { Badge } from '../../shared/badges';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { Loaded } from '../../shared/states';
import { useDuration } from './duration';
import styles from './rules.module.css';

type Clock = Rules['pack']['clocks'][number];
type Rule = Rules['pack']['rules'][number];

/** The law as Lotse has it on a day: floors of pay, rules and deadlines, each with its source. No legal advice. */
export function Page() {
  const { t, i18n } = useTranslation('rules');
  const days = useDays();
  const [{ on }, filter] = useFilters();
  const query = useQuery(rulesQuery(on));
  const euros = new Intl.NumberFormat(i18n.language === 'ky' ? 'ru' : i18n.language, {
    style: 'currency',
    currency: 'EUR',
  });
  return (
    <>
      <PageHead title={t('title')}>
        <TextInput
          type="date"
          label={t('on')}
          value={on ?? todayHere()}
          onChange={({ currentTarget }) => filter({ on: currentTarget.value })}
        />
      </PageHead>
      <p className={styles.note}>{t('noAdvice')}</p>
      <Loaded query={query} lines={8}>
        {({ pack, packs, assumed }) => (
          <>
            <p>
              <strong>{pack.id}</strong> · {t('holdsFrom', { day: days.day(pack.from) })} ·{' '}
              {t('checkedOn', { day: days.day(pack.checkedOn) })}
              {assumed ? <Badge tone="soon">{t('assumed')}</Badge> : null}
            </p>
            <p className="soft">
              {t('packs')}:{' '}
              {packs.map(({ id, from }) => `${id} (${t('holdsFrom', { day: days.day(from) })})`).join(', ')}
            </p>
            <section className={styles.part} aria-labelledby="floors">
              <h2 id="floors">{t('floors')}</h2>
              <p>
                {t('minimumWage', {
                  pay: euros.format(pack.minimumWageEur),
                  months: pack.minimumWageFromMonths,
                })}
              </p>
              <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="floors">
                <table className={styles.table}>
                  <thead>
                    <tr>
                      <th>{t('route')}</th>
                      <th>{t('yearly')}</th>
                      <th>{t('source')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {pack.payFloors.map((floor) => (
                      <tr key={floor.route}>
                        <td title={floor.route}>
                          {t(`floorsOf.${floor.route}`, { defaultValue: floor.text })}
                        </td>
                        <td className="number">{euros.format(floor.yearlyEur)}</td>
                        <td>
                          <Source rule={floor} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </section>
            <section className={styles.part} aria-labelledby="clocks">
              <h2 id="clocks">{t('clocks')}</h2>
              <Clocks clocks={pack.clocks} />
            </section>
            <section className={styles.part} aria-labelledby="rules">
              <h2 id="rules">{t('rules')}</h2>
              <ul>
                {pack.rules.map((rule) => (
                  <li key={rule.code}>
                    {t(`rulesOf.${rule.code}`, { defaultValue: rule.text })} <Source rule={rule} />
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
      </Loaded>
    </>
  );
}

function Source({ rule }: { readonly rule: Pick<Rule, 'source' | 'unverified'> }) {
  const { t } = useTranslation('rules');
  return (
    <>
      <span className="soft">{rule.source}</span>{' '}
      {rule.unverified === true ? <Badge tone="soon">{t('unverified')}</Badge> : null}
    </>
  );
}

function Clocks({ clocks }: { readonly clocks: readonly Clock[] }) {
  const { t } = useTranslation('rules');
  const word = useWords();
  const duration = useDuration();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="clocks">
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('clock')}</th>
            <th>{t('after')}</th>
            <th>{t('kind')}</th>
            <th>{t('who')}</th>
            <th>{t('source')}</th>
          </tr>
        </thead>
        <tbody>
          {clocks.map((clock) => (
            <tr key={clock.code}>
              <td title={clock.text}>{word('clocks', clock.code)}</td>
              <td>
                {duration(clock.after)}
                {clock.fast === undefined ? '' : ` (${t('fast')}: ${duration(clock.fast)})`}
              </td>
              <td>
                {t(`kinds.${clock.kind}`)}
                {clock.asARule === true ? ` · ${t('asARule')}` : ''}
              </td>
              <td>{word('roles', clock.who)}</td>
              <td>
                <Source rule={clock} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
