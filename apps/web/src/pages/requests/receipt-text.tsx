import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../api/subjects';
import { useDays } from '../../i18n/dates';
import { Badge } from '../../shared/badges';
import styles from './requests.module.css';

/** What an erasure did, store by store, and what none reaches. */
export function ReceiptText({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation('requests');
  const days = useDays();
  return (
    <>
      <div className={styles.line}>
        <span>
          {t('erasedAt', { at: days.instant(receipt.erasedAt) })} · {t(`causes.${receipt.cause}`)} ·{' '}
          {receipt.requestedBy}
        </span>
        <Badge tone={receipt.complete ? 'done' : 'soon'}>
          {receipt.complete ? t('complete') : t('waiting')}
        </Badge>
      </div>
      <details>
        <summary>{t('whatWent')}</summary>
        <table className={styles.counts}>
          <tbody>
            {receipt.lines
              .filter(({ count }) => count > 0)
              .map(({ store, table, what, count, state }) => (
                <tr key={`${store}/${table ?? ''}/${what}`}>
                  <td>
                    {t(`stores.${store}`)} {table === undefined ? null : <code>{table}</code>}
                  </td>
                  <td>
                    {t(`whats.${what}`)}
                    {state === 'waiting' ? ` (${t('waiting')})` : ''}
                  </td>
                  <td>{count}</td>
                </tr>
              ))}
          </tbody>
        </table>
        <p className="soft">{t('remains')}</p>
      </details>
    </>
  );
}
