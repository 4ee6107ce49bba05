import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from './states';

/** An address that leads nowhere. */
export function NothingHere() {
  const { t } = useTranslation('common');
  return (
    <Empty icon="search" title={t('states.nowhere')} text={t('states.nowhereHelp')}>
      <Button component={Link} to="/" variant="light">
        {t('act.start')}
      </Button>
    </Empty>
  );
}
