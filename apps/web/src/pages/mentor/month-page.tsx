import { useTranslation } from 'react-i18next';
import { MonthForm } from '../../shared/month-form';
import { Empty } from '../../shared/states';
import { MenteeForm } from './mentee-form';

/** Confirms a month of one person. */
export function Page() {
  const { t } = useTranslation('mentees');
  return (
    <MenteeForm title={t('monthTitle')} help={t('monthHelp')}>
      {({ work: { placement, open }, ...about }) =>
        placement === undefined ? (
          <Empty icon="calendar" title={t('monthDone')} />
        ) : (
          <MonthForm {...about} placement={placement.id} stay={placement} months={open} />
        )
      }
    </MenteeForm>
  );
}
