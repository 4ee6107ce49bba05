import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { useOrganisationName } from '../../shared/directory';
import { Empty } from '../../shared/states';
import styles from './journey.module.css';

/** Contracts for work: terms, how far each is, and who has signed; pay stands where the reader may see it. */
export function Contracts({ journey: { state } }: { readonly journey: Journey }) {
  const { t, i18n } = useTranslation('journey');
  const word = useWords();
  const days = useDays();
  const named = useOrganisationName();
  const euros = new Intl.NumberFormat(i18n.language === 'ky' ? 'ru' : i18n.language, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });
  const contracts = Object.values(state.contracts).toReversed();
  if (contracts.length === 0)
    return <Empty icon="note" title={t('noContracts')} text={t('noContractsHelp')} />;
  return contracts.map((contract) => {
    const { id, company, startsOn, monthlyGrossEur, hoursPerWeek, signatures, offered, preparedOn } =
      contract;
    const over = contract.declinedOn ?? contract.retractedOn ?? contract.withdrawnOn;
    const rows: readonly (readonly [string, string | undefined])[] = [
      [word('fields', 'startsOn'), days.day(startsOn)],
      // Absent where the reader may not see it.
      [
        word('fields', 'monthlyGrossEur'),
        typeof monthlyGrossEur === 'number' ? euros.format(monthlyGrossEur) : undefined,
      ],
      [word('fields', 'hoursPerWeek'), typeof hoursPerWeek === 'number' ? String(hoursPerWeek) : undefined],
      [t('contractPrepared'), days.day(preparedOn)],
      [t('contractOffered'), offered === undefined ? undefined : days.day(offered.on)],
      [
        word('fields', 'validUntil'),
        offered?.validUntil === undefined ? undefined : days.day(offered.validUntil),
      ],
      ...Object.entries(signatures).map(
        ([party, on]) => [`${t('contractSigned')}: ${word('roles', party)}`, days.day(on)] as const,
      ),
      [t('chips.contractOver'), over === undefined ? undefined : days.day(over)],
    ];
    return (
      <section key={id} className={styles.panel} aria-label={named(company)}>
        <h2>{named(company)}</h2>
        <dl>
          {rows.map(([name, value]) =>
            value === undefined ? null : (
              <div key={name} className={styles.pair}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
      </section>
    );
  });
}
