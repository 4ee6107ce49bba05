import { Anchor, Input, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDays } from '../../i18n/dates';
import { useMe } from '../../session/session';
import { useOrganisationName } from '../../shared/directory';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { Empty, Skeleton } from '../../shared/states';
import { useNominationAgreements } from './agreements';
import { ListForm } from './list-form';
import styles from './nominate.module.css';
import { OneForm } from './one-form';

/** Nominates people who are new here, one by a form or many by a list. For a university its own, for the coordination any university's. */
export function Page() {
  const { t } = useTranslation(['nominate', 'university']);
  const days = useDays();
  const me = useMe();
  const named = useOrganisationName();
  const agreements = useNominationAgreements();
  const [{ as = 'one' }, filter] = useFilters();
  const [chosen, choose] = useState<string>();
  const isOwn = me.by(['university']) !== undefined;
  const agreement = agreements?.find(({ id }) => id === chosen) ?? agreements?.[0];
  if (agreements === undefined) return <Skeleton />;
  return (
    <>
      <PageHead title={t('nominate:title')}>
        {agreement === undefined ? null : (
          <SegmentedControl
            value={as}
            onChange={(value) => filter({ as: value })}
            data={[
              { value: 'one', label: t('nominate:one') },
              { value: 'list', label: t('nominate:list') },
            ]}
          />
        )}
      </PageHead>
      {agreement === undefined ? (
        <Empty icon="note" title={t('nominate:noAgreement')} text={t('university:noAgreement')} />
      ) : (
        <div className={styles.panel}>
          <Input.Wrapper label={t('nominate:under')} maw="36rem">
            <Input
              component="select"
              aria-label={t('nominate:under')}
              value={agreement.id}
              onChange={({ currentTarget }) => choose(currentTarget.value)}
            >
              {agreements.map(({ id, organisation, from, to }) => (
                <option key={id} value={id}>
                  {isOwn ? id : named(organisation)} ·{' '}
                  {t('university:validDays', { from: days.day(from), to: days.day(to) })}
                </option>
              ))}
            </Input>
          </Input.Wrapper>
          {as === 'list' ? (
            <ListForm key={agreement.id} agreement={agreement} />
          ) : (
            <OneForm key={agreement.id} agreement={agreement} />
          )}
          {isOwn ? (
            <Anchor component={Link} to="/university">
              {t('nominate:toStudents')}
            </Anchor>
          ) : (
            <Anchor component={Link} to="/people">
              {t('nominate:toPeople')}
            </Anchor>
          )}
        </div>
      )}
    </>
  );
}
