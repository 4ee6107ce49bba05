import { useTranslation } from 'react-i18next';
import { CheckInForm } from '../../shared/check-in-form';
import { MenteeForm } from './mentee-form';

/** How one person is, in less than two minutes. */
export function Page() {
  const { t } = useTranslation('mentees');
  return (
    <MenteeForm title={t('checkIn')} help={t('checkInHelp')}>
      {({ work, ...about }) => <CheckInForm {...about} before={work.checkIns} />}
    </MenteeForm>
  );
}
