import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, showLink } from '../api/client';
import { cohortQuery } from '../api/cohort';
import { answerOf, hasCode } from '../api/problem';
import type { components } from '../api/generated/schema';
import { useWords } from '../i18n/words';
import { startOutbox, useOutbox } from '../live/outbox';
import { LinkForm } from '../shared/link-form';
import { PersonName } from '../shared/person-name';
import { Empty, Loaded } from '../shared/states';
import { Entry } from './entry';

/** A link for somebody without an account: what it is for, and the forms for that. Its secret stands behind `#`. */
export function Page() {
  const { t } = useTranslation('session');
  const [ready, setReady] = useState(false);
  useEffect(() => {
    showLink(decodeURIComponent(location.hash.slice(1)));
    setReady(true);
    return () => showLink(undefined);
  }, []);
  const link = useQuery({
    queryKey: ['own-link'],
    queryFn: () => answerOf(api.GET('/api/v1/links/own')),
    enabled: ready,
    retry: false,
  });
  return (
    <Entry title={t('formTitle')}>
      {hasCode(link.error, 'token-unknown') && link.data === undefined ? (
        <Empty icon="lock" title={t('formEnded')} text={t('formEndedHelp')} />
      ) : (
        <Loaded query={link}>{(own) => <Forms own={own} />}</Loaded>
      )}
    </Entry>
  );
}

/** The forms of a link. What the network did not carry is kept on this device and sent once, as soon as there is one. */
function Forms({ own }: { readonly own: components['schemas']['OwnLink'] }) {
  const { t } = useTranslation('session');
  const word = useWords();
  const { waiting } = useOutbox();
  const { data: lines } = useQuery(cohortQuery(undefined));
  const about = lines?.find(({ id }) => id === own.journey);
  const [chosen, choose] = useState<string>();
  const [done, setDone] = useState(false);
  const whose = `link/${own.journey}/${own.placement ?? own.role}`;
  useEffect(() => startOutbox(whose), [whose]);
  if (waiting > 0) return <p role="status">{t('formKept')}</p>;
  if (done) return <p role="status">{t('formDone')}</p>;
  const command = chosen ?? (own.commands.length === 1 ? own.commands[0] : undefined);
  if (own.commands.length === 0) return <p>{t('formNothing')}</p>;
  return (
    <>
      {about === undefined ? null : (
        <p>
          {t('formAbout')} <PersonName name={about.name} id={about.person} />
        </p>
      )}
      {command === undefined ? (
        <Stack>
          {own.commands.map((one) => (
            <Button key={one} size="lg" variant="default" onClick={() => choose(one)}>
              {word('commands', one)}
            </Button>
          ))}
        </Stack>
      ) : (
        <LinkForm link={own} command={command} onDone={() => setDone(true)} />
      )}
    </>
  );
}
