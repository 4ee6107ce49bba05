import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { receiptsQuery } from '../../api/subjects';
import { Empty, Loaded } from '../../shared/states';
import { ReceiptText } from './receipt-text';
import styles from './requests.module.css';

/** The last erasures, with their receipts. */
export function Receipts() {
  const { t } = useTranslation('requests');
  const query = useQuery(receiptsQuery);
  return (
    <section className={styles.part} aria-labelledby="receipts">
      <h2 id="receipts">{t('receipts')}</h2>
      <Loaded query={query} lines={2}>
        {({ receipts }) =>
          receipts.length === 0 ? (
            <Empty icon="file" title={t('noReceipts')} text={t('noReceiptsHelp')} />
          ) : (
            <ul className={styles.list}>
              {receipts.map((receipt) => (
                <li key={receipt.erasure}>
                  <strong>{receipt.person}</strong>
                  <ReceiptText receipt={receipt} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
