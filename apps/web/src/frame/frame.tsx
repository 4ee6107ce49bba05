import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDisclosure } from '@mantine/hooks';
import { watchEvents } from '../live/events';
import { startOutbox } from '../live/outbox';
import { policyQuery, sessionQuery, useMe } from '../session/session';
import { sessionEnded } from '../session/session-ended';
import styles from './frame.module.css';
import { menuFor } from './menu';
import { OfflineNote } from './offline-note';
import { SideMenu } from './side-menu';
import { TopBar } from './top-bar';
import { useGlobalKeys } from './keys';

const Palette = lazy(() => import('./palette'));
const Help = lazy(() => import('./help'));
const SignInAgain = lazy(() => import('../session/sign-in-again'));

/** What stands around every page: menu, search, language, look; live changes; and the way in again when the session ends. */
export function Frame() {
  const { data: session, isPending } = useQuery(sessionQuery);
  const { data: policy } = useQuery({ ...policyQuery, enabled: session !== undefined && session !== null });
  const { href } = useLocation();
  if (isPending || (session !== null && policy === undefined && session?.owesSecondFactor !== true))
    return null;
  if (session === null) return <Navigate to="/sign-in" search={{ next: href }} replace />;
  return <Framed />;
}

function Framed() {
  const { t } = useTranslation('common');
  const me = useMe();
  const [finding, find] = useDisclosure(false);
  const [helping, help] = useDisclosure(false);
  const [ended, setEnded] = useState(false);
  useGlobalKeys({ find: find.open, help: help.open, pages: menuFor(me) });
  useEffect(() => sessionEnded.listen(() => setEnded(true)), []);
  useEffect(() => (ended ? undefined : watchEvents()), [ended]);
  useEffect(() => startOutbox(me.account), [me.account]);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('frame.skip')}
      </a>
      <SideMenu />
      <div className={styles.main}>
        <TopBar onFind={find.open} onHelp={help.open} />
        <OfflineNote />
        <main id="content" tabIndex={-1} className={styles.page}>
          <Outlet />
        </main>
      </div>
      <Suspense>
        {finding ? <Palette onClose={find.close} /> : null}
        {helping ? <Help onClose={help.close} /> : null}
        {ended ? <SignInAgain onDone={() => setEnded(false)} /> : null}
      </Suspense>
    </div>
  );
}
