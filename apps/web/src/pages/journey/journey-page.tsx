import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cohortQuery } from '../../api/cohort';
import { journeyQuery } from '../../api/journey';
import { useProgramme } from '../../frame/programme';
import { countryName } from '../../i18n/countries';
import { useMe } from '../../session/session';
import { StatusBadge } from '../../shared/badges';
import { useOrganisationName } from '../../shared/directory';
import { useFilters } from '../../shared/filters';
import { PersonName } from '../../shared/person-name';
import { StageStrip } from '../../shared/stage-strip';
import { Loaded } from '../../shared/states';
import { Acts } from './acts';
import { AxisChips } from './axis-chips';
import { Beside } from './beside';
import { CheckIns } from './check-ins';
import { Clocks } from './clocks';
import { Contracts } from './contracts';
import { Documents } from './documents';
import { Links } from './links';
import { Next } from './next';
import { Notes } from './notes';
import { Redactions } from './redactions';
import { Timeline } from './timeline';
import { useCountries } from './use-countries';
import styles from './journey.module.css';

const idOf = (params: unknown): string => {
  const id: unknown =
    typeof params === 'object' && params !== null ? Reflect.get(params, 'journey') : undefined;
  return typeof id === 'string' ? id : '';
};

/** One journey: where it stands, what is next and who must act, what runs beside, and everything that was. */
export function Page() {
  const { t } = useTranslation(['journey', 'links']);
  const id = idOf(useParams({ strict: false }));
  const me = useMe();
  const query = useQuery(journeyQuery(id));
  const programme = useProgramme();
  const { data: cohort } = useQuery({
    ...cohortQuery(programme?.id),
    enabled: me.actions.has('journey.list'),
  });
  const line = cohort?.find((one) => one.id === id);
  const named = useOrganisationName();
  useCountries();
  const [filters, filter] = useFilters();
  const tab = filters.tab ?? 'timeline';
  return (
    <Loaded query={query} lines={8}>
      {(journey) => (
        <>
          <div className={styles.head}>
            <h1>
              <PersonName name={line?.name} id={journey.person} />
            </h1>
            <span className={styles.facts}>
              {[
                line?.nationality === undefined ? undefined : countryName(line.nationality),
                named(journey.state.university),
              ]
                .filter((part) => part !== undefined && part !== '')
                .join(' · ')}
            </span>
            <StatusBadge status={journey.status} />
            {me.actions.has('audit.read') ? (
              <Link to={`/persons/${journey.person}/accesses`}>{t('accesses')}</Link>
            ) : null}
            <Acts journey={journey} />
          </div>
          <StageStrip template={journey.template} stage={journey.stage} entered={journey.state.entered} />
          <AxisChips journey={journey} />
          <div className={styles.panels}>
            <Next journey={journey} />
            <Beside journey={journey} />
          </div>
          <Tabs
            value={tab}
            onChange={(next) => filter({ tab: next ?? undefined, fact: undefined })}
            keepMounted={false}
          >
            <Tabs.List>
              <Tabs.Tab value="timeline">{t('timeline')}</Tabs.Tab>
              <Tabs.Tab value="clocks">{t('clocks')}</Tabs.Tab>
              <Tabs.Tab value="check-ins">{t('checkIns')}</Tabs.Tab>
              <Tabs.Tab value="contract">{t('contracts')}</Tabs.Tab>
              {me.actions.has('file.read') ? <Tabs.Tab value="documents">{t('documents')}</Tabs.Tab> : null}
              {me.actions.has('note.read') ? <Tabs.Tab value="notes">{t('notes')}</Tabs.Tab> : null}
              {me.actions.has('link.issue') ? <Tabs.Tab value="links">{t('links:title')}</Tabs.Tab> : null}
            </Tabs.List>
            <Tabs.Panel value="timeline" pt="md">
              <Timeline journey={journey} />
            </Tabs.Panel>
            <Tabs.Panel value="clocks" pt="md">
              <Clocks journey={journey} />
            </Tabs.Panel>
            <Tabs.Panel value="check-ins" pt="md">
              <CheckIns journey={journey} />
            </Tabs.Panel>
            <Tabs.Panel value="contract" pt="md">
              <Contracts journey={journey} />
            </Tabs.Panel>
            <Tabs.Panel value="documents" pt="md">
              <Documents journey={id} />
              {me.actions.has('redaction.make') ? <Redactions journey={id} /> : null}
            </Tabs.Panel>
            <Tabs.Panel value="notes" pt="md">
              <Notes journey={id} />
            </Tabs.Panel>
            <Tabs.Panel value="links" pt="md">
              <Links journey={journey} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </Loaded>
  );
}
