import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { comparisonQuery, reportsQuery, type Comparison, type Moment } from '../../api/sheet';
import { addDays, todayHere, useDays } from '../../i18n/dates';
import { useFilters } from '../../shared/filters';
import { Empty, Loaded } from '../../shared/states';
import { numberText } from './exact';
import { FactList } from './fact-list';
import { useFigureName } from './figure-name';
import styles from './sheet.module.css';

/** Earlier by this when nothing has been locked yet. */
const BEFORE_DAYS = 30;

/** What differs between an earlier moment, the last lock unless chosen, and the moment of the page; each with its facts as permitted. */
export function CompareView({ moment }: { readonly moment: Moment }) {
  const { t } = useTranslation('sheet');
  const days = useDays();
  const [filters, filter] = useFilters();
  const { data: list, isPending } = useQuery(reportsQuery(moment.programme));
  const asOf = moment.asOf ?? todayHere();
  const lock = list?.reports.find((one) => one.state === 'signed' && one.asOf <= asOf);
  const beforeAsOf = filters.beforeAsOf ?? lock?.asOf ?? addDays(asOf, -BEFORE_DAYS);
  const beforeKnownAt = filters.beforeKnownAt ?? lock?.knownAt;
  const query = useQuery({
    ...comparisonQuery(moment, { beforeAsOf, ...(beforeKnownAt === undefined ? {} : { beforeKnownAt }) }),
    enabled: !isPending,
  });
  return (
    <>
      <div className={styles.choices}>
        <TextInput
          type="date"
          label={t('beforeAsOf')}
          max={todayHere()}
          value={beforeAsOf}
          onChange={({ currentTarget }) => filter({ beforeAsOf: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('beforeKnownAt')}
          max={todayHere()}
          value={beforeKnownAt?.slice(0, 10) ?? ''}
          onChange={({ currentTarget }) => filter({ beforeKnownAt: currentTarget.value })}
        />
        {lock === undefined ? null : (
          <p className="soft">{t('sinceLock', { report: lock.id, day: days.day(lock.asOf) })}</p>
        )}
      </div>
      <Loaded query={query}>
        {({ differences }) =>
          differences.length === 0 ? (
            <Empty icon="check" title={t('noDifference')} text={t('noDifferenceHelp')} />
          ) : (
            <ul className={styles.differences}>
              {differences.map((difference) => (
                <Difference key={difference.indicator} difference={difference} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Difference({ difference }: { readonly difference: Comparison['differences'][number] }) {
  const { t, i18n } = useTranslation('sheet');
  const nameOf = useFigureName();
  const { indicator, before, after, units } = difference;
  return (
    <li>
      <div className={styles.goalHead}>
        <strong>{nameOf(indicator)}</strong>
        <span className="number">
          {numberText(before, i18n.language)} → {numberText(after, i18n.language)}
        </span>
      </div>
      {units === undefined || units.length === 0 ? null : (
        <details className={styles.items}>
          <summary>{t('because', { count: units.length })}</summary>
          <ul>
            {units.map(({ unit, before: was, after: is, because }) => (
              <li key={unit}>
                <strong>{unit}</strong>{' '}
                <span className="number">
                  {numberText(was, i18n.language)} → {numberText(is, i18n.language)}
                </span>
                <FactList facts={because} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
