import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { spanOf } from './duration';
import styles from './setup.module.css';
import type { Template } from './setup-queries';

/** What holds for the whole of a published template beside its stages, to be read. */
export function GeneralFacts({ template }: { readonly template: Template }) {
  const { t } = useTranslation('setup');
  const word = useWords();
  const days = useDays();
  const roles = (all: readonly string[]): string => all.map((role) => word('roles', role)).join(', ');
  const texts = (all: Template['texts']): ReactNode => (
    <ul>
      {all.map(({ version, purpose, from, to }) => (
        <li key={version}>
          {[
            version,
            ...(purpose === undefined ? [] : [word('codes', purpose)]),
            `${t('from')} ${days.day(from)}`,
            ...(to === undefined ? [] : [`${t('to')} ${days.day(to)}`]),
          ].join(' · ')}
        </li>
      ))}
    </ul>
  );
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('fields.scorecards'), template.scorecards],
    [t('fields.adultAge'), template.adultAge],
    [t('fields.fullTimeHours'), template.fullTimeHours],
    [t('backdatingDays'), spanOf(template.backdating)?.count ?? template.backdating],
    [t('fields.agreementParties'), roles(template.agreementParties)],
    [t('fields.evaluationParties'), roles(template.evaluationParties)],
    [t('fields.texts'), texts(template.texts)],
    [t('fields.consents'), texts(template.consents)],
  ];
  return (
    <dl className={styles.whole}>
      {rows.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
