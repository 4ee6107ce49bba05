import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { linksQuery, revokeLink, type ListedLink } from '../../api/links';
import type { Journey } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { Badge, type Tone } from '../../shared/badges';
import { useOrganisationName } from '../../shared/directory';
import { tell } from '../../shared/notices';
import { Loaded, ProblemNote } from '../../shared/states';
import { LinkSender } from './link-sender';
import { answerable } from './link-purposes';
import styles from './journey.module.css';

const TONES: Readonly<Record<ListedLink['state'], Tone>> = {
  open: 'active',
  used: 'done',
  revoked: 'closed',
  expired: 'closed',
};

/** Links to forms of this journey for people without an account: sent from here, listed, taken back. */
export function Links({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('links');
  const query = useQuery(linksQuery(journey.id));
  return (
    <>
      <p className="soft">{t('help')}</p>
      {answerable(journey).length === 0 ? <p>{t('noPlacement')}</p> : <LinkSender journey={journey} />}
      <Loaded query={query} lines={2}>
        {({ links }) =>
          links.length === 0 ? (
            <p className="soft">{t('empty')}</p>
          ) : (
            <ul className={styles.links} aria-label={t('title')}>
              {links.map((link) => (
                <Sent key={link.id} link={link} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Sent({ link }: { readonly link: ListedLink }) {
  const { t } = useTranslation('links');
  const word = useWords();
  const days = useDays();
  const named = useOrganisationName();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => revokeLink(link.journey, link.id),
    onSuccess: async () => {
      tell(t('revoked'));
      await client.invalidateQueries({ queryKey: linksQuery(link.journey).queryKey });
    },
  });
  const who = [word('roles', link.role), named(link.organisation)].filter((part) => part !== '').join(', ');
  return (
    <li>
      <Badge tone={TONES[link.state]}>{t(`states.${link.state}`)}</Badge>
      <strong>{who}</strong>
      <span>{link.commands.map((command) => word('commands', command)).join(', ')}</span>
      <span className="soft">{t('until', { day: days.day(link.expiresAt) })}</span>
      {link.state === 'open' ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={revoke.isPending}
          aria-label={`${t('revoke')}: ${who}`}
          onClick={() => revoke.mutate()}
        >
          {t('revoke')}
        </Button>
      ) : null}
      {revoke.error === null ? null : <ProblemNote error={revoke.error} />}
    </li>
  );
}
