import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cohortQuery } from '../../api/cohort';
import { journeyQuery } from '../../api/journey';
import { useProgramme } from '../../frame/programme';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import { ActDialog, type Act } from '../../shared/act-dialog';
import { guardCode } from '../../shared/guard-text';
import { PageHead } from '../../shared/page-head';
import { PersonName } from '../../shared/person-name';
import { Empty, Loaded } from '../../shared/states';
import { PAY_FLOOR } from './checks';
import { amendment } from './company-acts';
import { HireCandidate } from './hire-candidate';
import { HireChecks } from './hire-checks';
import { HireDecision } from './hire-decision';
import { HireOffer } from './hire-offer';
import { contractOf, placementOf } from './placements';
import styles from './company.module.css';

/** Approving a hire: who it is beside what is offered, what the law asks of it, and the decision. */
export function Page() {
  const { t } = useTranslation(['company', 'common']);
  const { journey: id = '' } = useParams({ strict: false });
  const word = useWords();
  const me = useMe();
  const company = me.by(['company'])?.organisation;
  const programme = useProgramme();
  const lines = useQuery(cohortQuery(programme?.id));
  const query = useQuery(journeyQuery(id));
  const [doing, act] = useState<Act>();
  const line = lines.data?.find((one) => one.id === id);
  if (company === undefined)
    return <Empty icon="lock" title={t('common:states.notYours')} text={t('common:states.notYoursHelp')} />;
  return (
    <Loaded query={query}>
      {(journey) => {
        const placement = placementOf(journey, company);
        const contract = contractOf(journey, company);
        return (
          <>
            <Link to="/company">{t('company:back')}</Link>
            <PageHead
              title={
                <>
                  {t('company:hire')}: <PersonName name={line?.name} id={journey.person} />
                </>
              }
            />
            <div className={styles.columns}>
              <HireCandidate journey={journey} placement={placement} />
              <HireOffer contract={contract} />
            </div>
            <section className={styles.panel} aria-labelledby="checks">
              <h2 id="checks">{t('company:checks')}</h2>
              <HireChecks journey={journey} placement={placement} contract={contract} onAct={act} />
              <HireDecision
                journey={journey}
                company={company}
                placement={placement}
                contract={contract}
                onAct={act}
              />
            </section>
            {doing === undefined ? null : (
              <ActDialog
                key={doing.command}
                journey={id}
                act={doing}
                mend={({ guard }) =>
                  contract !== undefined && guardCode(guard) === PAY_FLOOR ? (
                    <Button size="compact-sm" variant="light" onClick={() => act(amendment(contract))}>
                      {word('commands', 'amend-contract')}
                    </Button>
                  ) : null
                }
                onClose={() => act(undefined)}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
