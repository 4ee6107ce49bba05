import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { accessesPage } from '../../api/oversight';
import { PageHead } from '../../shared/page-head';
import { AuditPages } from './audit-pages';

/** Who reached what of one person, through the person and their journeys. */
export function Page() {
  const { t } = useTranslation('oversight');
  const { person = '' } = useParams({ strict: false });
  return (
    <>
      <PageHead title={t('accessesTitle', { person })} />
      <p className="soft">{t('accessesHelp')}</p>
      <AuditPages
        of={{ person }}
        load={(cursor) => accessesPage(person, cursor)}
        label={t('accessesTitle', { person })}
        empty={{ title: t('accessesEmpty'), text: t('accessesEmptyHelp') }}
      />
    </>
  );
}
