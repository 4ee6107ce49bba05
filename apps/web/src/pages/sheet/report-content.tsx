import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reportQuery } from '../../api/sheet';
import { Loaded } from '../../shared/states';
import { numberText } from './exact';
import { FactList } from './fact-list';
import { useFigureName } from './figure-name';
import styles from './sheet.module.css';

/** The numbers that were signed, what was corrected since the report before, and the hash that proves both. */
export function ReportContent({ report }: { readonly report: string }) {
  const { t, i18n } = useTranslation('sheet');
  const nameOf = useFigureName();
  const query = useQuery(reportQuery(report));
  return (
    <Loaded query={query}>
      {(whole) => {
        const { published, inner } = whole.content;
        const seen = typeof inner === 'string' ? published : inner;
        return (
          <>
            <h3>{t('adjustments')}</h3>
            {seen.adjustments.length === 0 ? <p className="soft">{t('noAdjustments')}</p> : null}
            <ul className={styles.facts}>
              {seen.adjustments.map((one) => (
                <li key={`${one.report}/${one.indicator}`}>
                  {t('adjusted', {
                    report: one.report,
                    figure: nameOf(one.indicator),
                    before: numberText(one.before, i18n.language),
                    after: numberText(one.after, i18n.language),
                  })}
                  {(one.units ?? []).map(({ unit, because }) => (
                    <div key={unit}>
                      {unit}
                      <FactList facts={because} />
                    </div>
                  ))}
                </li>
              ))}
            </ul>
            <div className={styles.scroll} tabIndex={0} role="region" aria-label={report}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('figure')}</th>
                    <th scope="col">{t('value')}</th>
                  </tr>
                </thead>
                <tbody>
                  {seen.figures.map(({ indicator, value }) => (
                    <tr key={indicator}>
                      <th scope="row">{nameOf(indicator)}</th>
                      <td className="number">{numberText(value, i18n.language)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p className={styles.small}>
              SHA-256 <code>{whole.sha256}</code>
            </p>
          </>
        );
      }}
    </Loaded>
  );
}
