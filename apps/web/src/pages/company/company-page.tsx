import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/session';
import { ActDialog, type Act } from '../../shared/act-dialog';
import { useOwnJourneys } from '../../shared/own-journeys';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded, Skeleton } from '../../shared/states';
import { OwnFigures } from './own-figures';
import { PlacementRow } from './placement-row';
import { GROUPS, placementsOf } from './placements';
import styles from './company.module.css';

/** What a company has to do with: who is offered to it, who comes, who is there, and whom it may hire. */
export function Page() {
  const { t } = useTranslation(['company', 'common']);
  const me = useMe();
  const company = me.by(['company'])?.organisation;
  const { query, own } = useOwnJourneys();
  const [doing, act] = useState<{ readonly journey: string; readonly act: Act }>();
  const [past, showPast] = useState(false);
  const placements = placementsOf(own, company);
  if (company === undefined)
    return <Empty icon="lock" title={t('common:states.notYours')} text={t('common:states.notYoursHelp')} />;
  return (
    <>
      <PageHead title={t('company:title')} />
      <Loaded query={query}>
        {(lines) =>
          lines.length === 0 ? (
            <Empty icon="building" title={t('company:emptyTitle')} text={t('company:emptyHelp')} />
          ) : placements.length < lines.length ? (
            <Skeleton lines={lines.length} />
          ) : (
            <>
              <OwnFigures own={placements} />
              {GROUPS.filter((group) => group !== 'past' || past).map((group) => {
                const members = placements.filter((one) => one.group === group);
                return members.length === 0 ? null : (
                  <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
                    <h2 id={`group-${group}`}>
                      {t(`company:group.${group}`)} <span className="soft number">{members.length}</span>
                    </h2>
                    <ul className={styles.list}>
                      {members.map((one) => (
                        <PlacementRow
                          key={one.line.id}
                          own={one}
                          onAct={(next) => act({ journey: one.line.id, act: next })}
                        />
                      ))}
                    </ul>
                  </section>
                );
              })}
              {past || placements.every(({ group }) => group !== 'past') ? null : (
                <Button variant="subtle" onClick={() => showPast(true)}>
                  {t('company:showPast')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
      {doing === undefined ? null : (
        <ActDialog journey={doing.journey} act={doing.act} onClose={() => act(undefined)} />
      )}
    </>
  );
}
