import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { accountQuery, sessionQuery } from '../../session/session';
import { PageHead } from '../../shared/page-head';
import { Loaded } from '../../shared/states';
import { Passkeys } from './passkeys';
import { Sessions } from './sessions';
import { Totp } from './totp';
import styles from './account.module.css';

/** The own account: second factors and sessions. Open before a second factor is proved, so that one can be set up. */
export function Page() {
  const { t } = useTranslation('account');
  const account = useQuery(accountQuery);
  const { data: session } = useQuery(sessionQuery);
  return (
    <Loaded query={account}>
      {({ name, email, factors, passkeys, recoveryCodes }) => (
        <div className={styles.page}>
          <PageHead title={t('title')} />
          <p className="soft">{[name, email].filter((part) => part !== undefined).join(' · ')}</p>
          {session?.owesSecondFactor === true ? <p role="alert">{t('owes')}</p> : null}
          <Totp factors={factors} recoveryCodes={recoveryCodes} />
          <Passkeys passkeys={passkeys} factors={factors} />
          <Sessions factors={factors} />
        </div>
      )}
    </Loaded>
  );
}
