import { useTranslation } from 'react-i18next';
import type { components } from '../../api/generated/schema';
import { countryName } from '../../i18n/countries';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { Badge } from '../../shared/badges';
import { useGuardText } from '../../shared/guard-text';
import styles from './nominate.module.css';
import type { ListedPerson } from './read-list';

export type NominationRow = components['schemas']['NominationRow'];

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** The list as it was understood, each person with what became of them or every reason why not. */
export function ListResults({
  people,
  rows,
}: {
  readonly people: readonly ListedPerson[];
  /** In the order of the people, as far as they have come. */
  readonly rows: readonly NominationRow[];
}) {
  const { t } = useTranslation('nominate');
  const word = useWords();
  const days = useDays();
  const missing = useGuardText();
  const day = (text: string): string => (ISO.test(text) ? days.day(text) : text);
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('understood')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('line')}</th>
            <th>{t('name')}</th>
            <th>{t('result')}</th>
            <th>{word('fields', 'bornOn')}</th>
            <th>{word('fields', 'gender')}</th>
            <th>{word('fields', 'nationality')}</th>
            <th>{word('fields', 'languages')}</th>
            <th>{word('fields', 'subject')}</th>
            <th>{word('fields', 'expectedDegreeOn')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ line, values }, index) => {
            const row = rows[index];
            const unmet = row?.refusal?.unmet ?? [];
            return (
              <tr key={line}>
                <td>{line}</td>
                <th scope="row">
                  {values.givenName} {values.familyName}
                </th>
                <td>
                  {row === undefined ? null : (
                    <Badge tone={row.result === 'refused' ? 'late' : 'done'}>
                      {t(`outcome.${row.result}`)}
                    </Badge>
                  )}
                  {unmet.length === 0 ? null : (
                    <ul className={styles.why}>
                      {unmet.map((one) => (
                        <li key={one.guard}>{missing(one)}</li>
                      ))}
                    </ul>
                  )}
                </td>
                <td>{day(values.bornOn)}</td>
                <td>{word('codes', values.gender)}</td>
                <td>{countryName(values.nationality)}</td>
                <td>{values.languages}</td>
                <td>{values.subject}</td>
                <td>{day(values.expectedDegreeOn)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
