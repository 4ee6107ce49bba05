import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sheetDocumentQuery, type Moment, type SheetNumber } from '../../api/sheet';
import { useDays } from '../../i18n/dates';
import { Loaded } from '../../shared/states';
import { numberText } from './exact';
import { useFigureName } from './figure-name';
import { LockBadge } from './lock-badge';
import { SuppressedNote } from './suppressed-note';
import styles from './sheet.module.css';

interface Props {
  readonly moment: Moment;
  /** Absent for those who see no units. */
  readonly onOpen?: (figure: string) => void;
}

/** Every figure as a large number, in the order of the funder's own sheet. */
export function FiguresView({ moment, onOpen }: Props) {
  const { t, i18n } = useTranslation('sheet');
  const days = useDays();
  /** Sections go by their first figure: the sheet's own headings are German or English. */
  const sectionName = (first: string, heading: string): string => {
    const code = first.replaceAll('.', '_');
    return t(`sections.${code}`, { defaultValue: heading });
  };
  const query = useQuery(sheetDocumentQuery(moment, i18n.language === 'de' ? 'de' : 'en'));
  return (
    <Loaded query={query} lines={8}>
      {({ asOf, knownAt, lock, sections }) => (
        <>
          <p className={styles.told}>
            <span>
              {t('of', { asOf: days.day(asOf), knownAt: days.instant(knownAt) })} · {t('computed')}
            </span>
            <LockBadge state={lock.state} {...(lock.report === undefined ? {} : { report: lock.report })} />
          </p>
          {sections
            .filter(({ numbers }) => numbers.length > 0)
            .map(({ heading, numbers, items }) => (
              <section key={heading} className={styles.section}>
                <h2>{sectionName(numbers[0]?.figure ?? '', heading)}</h2>
                <ul className={styles.numbers}>
                  {numbers.map((number) => (
                    <FigureCard
                      key={number.figure}
                      number={number}
                      sheetAsOf={asOf}
                      {...(onOpen === undefined ? {} : { onOpen })}
                    />
                  ))}
                </ul>
                {items.length === 0 ? null : (
                  <details className={styles.items}>
                    <summary>{t('named', { count: items.length })}</summary>
                    <ul>
                      {items.map(({ text }) => (
                        <li key={text}>{text}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </section>
            ))}
        </>
      )}
    </Loaded>
  );
}

/** One number; what is older than the sheet says of which day it is. */
function FigureCard({
  number,
  sheetAsOf,
  onOpen,
}: {
  readonly number: SheetNumber;
  readonly sheetAsOf: string;
  readonly onOpen?: (figure: string) => void;
}) {
  const { t, i18n } = useTranslation('sheet');
  const days = useDays();
  const name = useFigureName()(number.figure);
  return (
    <li className={styles.card}>
      {number.state === 'suppressed' ? (
        <SuppressedNote />
      ) : (
        <strong className={styles.large}>{numberText(number.exact, i18n.language)}</strong>
      )}
      <span className={styles.label}>{name}</span>
      {number.asOf === sheetAsOf ? null : (
        <span className={styles.small}>{t('ofDay', { day: days.day(number.asOf) })}</span>
      )}
      {onOpen === undefined ? null : (
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-label={t('whoOf', { figure: name })}
          onClick={() => onOpen(number.figure)}
        >
          {t('who')}
        </Anchor>
      )}
    </li>
  );
}
