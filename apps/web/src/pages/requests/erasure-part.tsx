import { Button, Checkbox, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { erase, erasureQuery } from '../../api/subjects';
import { tell } from '../../shared/notices';
import { Loaded, ProblemNote } from '../../shared/states';
import { ReceiptText } from './receipt-text';
import styles from './requests.module.css';

/** What erasing a person would take away and what stands against it; once done, the receipt. */
export function ErasurePart({ person }: { readonly person: string }) {
  const { t } = useTranslation('requests');
  const client = useQueryClient();
  const query = useQuery(erasureQuery(person));
  const [sure, setSure] = useState(false);
  const run = useMutation({
    mutationFn: () => erase(person),
    onSuccess: async () => {
      tell(t('erased'));
      await Promise.all([
        client.invalidateQueries({ queryKey: ['erasure', person] }),
        client.invalidateQueries({ queryKey: ['erasures'] }),
      ]);
    },
  });
  return (
    <Loaded query={query} lines={3}>
      {({ preview, receipt }) => {
        if (receipt !== undefined) return <ReceiptText receipt={receipt} />;
        if (preview === undefined) return null;
        const rows = Object.entries(preview.counts).filter(([, count]) => count > 0);
        return (
          <>
            <details>
              <summary>{t('wouldGo', { count: rows.reduce((sum, [, count]) => sum + count, 0) })}</summary>
              <table className={styles.counts}>
                <thead>
                  <tr>
                    <th>{t('table')}</th>
                    <th>{t('rows')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(([table, count]) => (
                    <tr key={table}>
                      <td>
                        <code>{table}</code>
                      </td>
                      <td>{count}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
            {preview.obstacle === undefined ? (
              <>
                <p>{t('eraseMeans')}</p>
                <Checkbox
                  label={t('sure')}
                  checked={sure}
                  onChange={({ currentTarget }) => setSure(currentTarget.checked)}
                />
                {run.error === null ? null : <ProblemNote error={run.error} />}
                <Group mt="sm">
                  <Button color="red" disabled={!sure} loading={run.isPending} onClick={() => run.mutate()}>
                    {t('erase')}
                  </Button>
                </Group>
              </>
            ) : (
              <p className={styles.obstacle} role="status">
                <strong>{t('notYet')}</strong>{' '}
                {t(`obstacles.${preview.obstacle.code}`, {
                  defaultValue: preview.obstacle.message,
                  journeys: preview.journeys.join(', '),
                })}
              </p>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
