import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addGrant,
  endSessions,
  inviteAgain,
  removeGrant,
  setStatus,
  type Account,
  type Grant,
} from '../../api/accounts';
import { useMe } from '../../session/session';
import { tell } from '../../shared/notices';
import { ProblemNote } from '../../shared/states';
import { GrantFields } from './grant-fields';
import { useGrantText } from './grant-list';
import { isWhole } from './grant-scope';
import styles from './accounts.module.css';

interface Act {
  readonly run: () => Promise<unknown>;
  readonly done: string;
}

/** One account: its roles, given and taken one by one, and what ends its use. */
export function AccountDialog({
  account,
  onClose,
}: {
  readonly account: Account;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['accounts', 'common']);
  const me = useMe();
  const text = useGrantText();
  const client = useQueryClient();
  const [given, give] = useState<Grant>();
  const [asking, ask] = useState(false);
  const act = useMutation({
    mutationFn: ({ run }: Act) => run(),
    onSuccess: async (_, { done }) => {
      tell(done);
      give(undefined);
      ask(false);
      await client.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  const { id, name, status, grants } = account;
  const button = (label: string, done: string, run: () => Promise<unknown>) => (
    <Button variant="default" loading={act.isPending} onClick={() => act.mutate({ run, done })}>
      {label}
    </Button>
  );
  const mayManage = me.actions.has('account.manage');
  return (
    <Modal
      opened
      onClose={onClose}
      title={name}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <p className="soft">
        {account.email ?? ''} <code>{id}</code>
      </p>
      {act.error === null ? null : <ProblemNote error={act.error} />}
      <section className={styles.part}>
        <h3>{t('accounts:grants')}</h3>
        {grants.length === 0 ? <p className="soft">{t('accounts:noGrants')}</p> : null}
        <ul className={styles.grants}>
          {grants.map((grant) => (
            <li key={grant.id} className={styles.grant}>
              <span>{text(grant)}</span>
              {!mayManage || grant.id === undefined || grant.source === 'provider' ? (
                <span className="soft">{grant.source === 'provider' ? t('accounts:byProvider') : ''}</span>
              ) : (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`${t('accounts:take')}: ${text(grant)}`}
                  onClick={() =>
                    act.mutate({ run: () => removeGrant(id, grant.id ?? ''), done: t('accounts:taken') })
                  }
                >
                  {t('accounts:take')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {!mayManage ? null : given === undefined ? (
          <Button mt="sm" variant="light" onClick={() => give({ role: 'coordinator' })}>
            {t('accounts:giveRole')}
          </Button>
        ) : (
          <>
            <GrantFields grant={given} change={give} />
            <Group mt="sm">
              <Button
                disabled={!isWhole(given)}
                loading={act.isPending}
                onClick={() => act.mutate({ run: () => addGrant(id, given), done: t('accounts:roleGiven') })}
              >
                {t('accounts:giveRole')}
              </Button>
              <Button variant="default" onClick={() => give(undefined)}>
                {t('common:act.close')}
              </Button>
            </Group>
          </>
        )}
      </section>
      {!mayManage ? null : (
        <section className={styles.part}>
          <h3>{t('accounts:use')}</h3>
          <Group>
            {status === 'invited'
              ? button(t('accounts:inviteAgain'), t('accounts:invitedAgain'), () => inviteAgain(id))
              : null}
            {status === 'active'
              ? button(t('accounts:endSessions'), t('accounts:sessionsEnded'), () => endSessions(id))
              : null}
            {status === 'disabled'
              ? button(t('accounts:enable'), t('accounts:enabled'), () => setStatus(id, 'enabled'))
              : null}
            {status !== 'disabled' && id !== me.account && !asking ? (
              <Button variant="outline" color="red" onClick={() => ask(true)}>
                {t('accounts:disable')}
              </Button>
            ) : null}
            <Button component={Link} to={`/audit?who=${encodeURIComponent(id)}`} variant="subtle">
              {t('accounts:audit')}
            </Button>
          </Group>
          {asking ? (
            <>
              <p role="status">{t('accounts:disableMeans', { name })}</p>
              <Group>
                <Button
                  color="red"
                  loading={act.isPending}
                  onClick={() =>
                    act.mutate({ run: () => setStatus(id, 'disabled'), done: t('accounts:disabled') })
                  }
                >
                  {t('accounts:disable')}
                </Button>
                <Button variant="default" onClick={() => ask(false)}>
                  {t('common:act.close')}
                </Button>
              </Group>
            </>
          ) : null}
        </section>
      )}
    </Modal>
  );
}
