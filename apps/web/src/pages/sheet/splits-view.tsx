import { Input } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { figuresQuery, indicatorsQuery, type FigureLine, type Moment } from '../../api/sheet';
import { useDays } from '../../i18n/dates';
import { useOrganisationName } from '../../shared/directory';
import { useFilters } from '../../shared/filters';
import { Empty, Loaded } from '../../shared/states';
import { numberText, valueOf } from './exact';
import { useFigureName } from './figure-name';
import styles from './sheet.module.css';
import { SuppressedNote } from './suppressed-note';

const NAMED = ['university', 'company'];

interface Props {
  readonly moment: Moment;
  /** Those who see persons may split by everything. */
  readonly seesUnits: boolean;
}

/** One figure split: bars with numbers beside them in one table; too small numbers say why they are not there. */
export function SplitsView({ moment, seesUnits }: Props) {
  const { t, i18n } = useTranslation('sheet');
  const days = useDays();
  const nameOf = useFigureName();
  const organisation = useOrganisationName();
  const [filters, filter] = useFilters();
  const { data } = useQuery(indicatorsQuery);
  const open = (data?.indicators ?? []).filter(
    ({ splits, openSplits }) => (seesUnits ? splits : openSplits).length > 0,
  );
  const chosen = open.find(({ key }) => key === filters.indicator) ?? open[0];
  const splits = (seesUnits ? chosen?.splits : chosen?.openSplits) ?? [];
  const by = splits.find((split) => split === filters.by) ?? splits[0];
  const query = useQuery({
    ...figuresQuery(moment, { indicator: chosen?.key ?? '', by: by ?? '' }),
    enabled: by !== undefined,
  });
  const splitName = (split: string): string => {
    const code = split.replaceAll('-', '_');
    return t(`splits.${code}`, { defaultValue: split });
  };
  const textOf = ({ at }: FigureLine): string => {
    const value = Object.values(at)[0];
    if (value === undefined) return t('whole');
    return NAMED.includes(by ?? '') ? organisation(value) : t(`values.${value}`, { defaultValue: value });
  };
  if (data !== undefined && chosen === undefined)
    return <Empty icon="chart" title={t('noSplits')} text={t('noSplitsHelp')} />;
  return (
    <>
      <div className={styles.choices}>
        <Input
          component="select"
          aria-label={t('figure')}
          value={chosen?.key ?? ''}
          onChange={({ currentTarget }) => filter({ indicator: currentTarget.value })}
        >
          {open.map(({ key }) => (
            <option key={key} value={key}>
              {nameOf(key)}
            </option>
          ))}
        </Input>
        <Input
          component="select"
          aria-label={t('by')}
          value={by ?? ''}
          onChange={({ currentTarget }) => filter({ by: currentTarget.value })}
        >
          {splits.map((split) => (
            <option key={split} value={split}>
              {splitName(split)}
            </option>
          ))}
        </Input>
      </div>
      <Loaded query={query}>
        {({ lines, threshold, asOf }) => {
          const most = Math.max(
            1,
            ...lines.map(({ value }) => (value === null || value === undefined ? 0 : valueOf(value))),
          );
          if (lines.length === 0) return <Empty icon="chart" title={t('nothingCounted')} />;
          return lines.every(({ state }) => state === 'suppressed') ? (
            <Empty icon="lock" title={t('noRelease')} text={t('noReleaseHelp', { threshold })} />
          ) : (
            <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('bySplit')}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('group')}</th>
                    <th scope="col">{t('value')}</th>
                    <th scope="col">{t('asOf')}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <tr key={textOf(line)}>
                      <th scope="row">{textOf(line)}</th>
                      <td>
                        {line.state === 'suppressed' ? (
                          <SuppressedNote {...(threshold === undefined ? {} : { threshold })} />
                        ) : (
                          <span className={styles.measure}>
                            <span className="number">{numberText(line.value, i18n.language)}</span>
                            <span className={styles.rail} aria-hidden="true">
                              <span
                                style={{
                                  width: `${line.value === null || line.value === undefined ? 0 : (valueOf(line.value) / most) * 100}%`,
                                }}
                              />
                            </span>
                          </span>
                        )}
                      </td>
                      <td>{days.day(line.asOf ?? asOf)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {threshold === undefined ? null : <p className="soft">{t('released')}</p>}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
