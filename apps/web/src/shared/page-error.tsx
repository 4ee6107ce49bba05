import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { Empty } from './states';

/** A page that broke: says so, keeps the rest, offers to try again. */
export function PageError({ reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useTranslation('common');
  return (
    <Empty icon="warning" title={t('states.broke')} text={t('states.brokeHelp')}>
      <Button variant="light" onClick={reset}>
        {t('act.again')}
      </Button>
    </Empty>
  );
}
