import { ActionIcon, Menu } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/words';
import { forgetDrafts } from '../live/drafts';
import { accountQuery, signOut, useMe } from '../session/session';
import { Icon } from '../shared/icon';
import { menuFor } from './menu';

/** Who is signed in, the rest of the menu on a phone, and the way out. */
// oxlint-disable-next-line import/no-default-export -- what React.lazy asks for
export default function AccountMenu({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useTranslation('common');
  const word = useWords();
  const me = useMe();
  const { data: account } = useQuery(accountQuery);
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = async (): Promise<void> => {
    await signOut().catch(() => undefined);
    forgetDrafts(me.account);
    client.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <Menu position="bottom-end" withinPortal width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('frame.account')}>
          <Icon name="person" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {account?.name ?? me.account}
          <br />
          {[...new Set(me.roles)].map((role) => word('roles', role)).join(', ')}
        </Menu.Label>
        {menuFor(me)
          .slice(4)
          .map(({ id, path }) => (
            <Menu.Item key={id} hiddenFrom="sm" onClick={() => void navigate({ to: path })}>
              {t(`nav.${id}`)}
            </Menu.Item>
          ))}
        <Menu.Item onClick={() => void navigate({ to: '/account' as string })}>{t('nav.account')}</Menu.Item>
        <Menu.Item onClick={onHelp}>{t('frame.help')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>{t('frame.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
