import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Moment } from '../../api/sheet';
import { useProgramme } from '../../frame/programme';
import { useMe } from '../../session/session';
import { directoryQuery } from '../../shared/directory';
import { useFilters } from '../../shared/filters';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { CompareView } from './compare-view';
import { Downloads } from './downloads';
import { FiguresView } from './figures-view';
import { MomentPicker } from './moment-picker';
import { ReportsView } from './reports-view';
import { SplitsView } from './splits-view';
import { TargetsView } from './targets-view';
import { UnitsDialog } from './units-dialog';
import styles from './sheet.module.css';

const VIEWS = ['numbers', 'targets', 'bySplit', 'changes', 'reports'] as const;

/** The figures of a programme at a moment: for those who pay for results, those who report them and those who check them. */
export function Page() {
  const { t } = useTranslation('sheet');
  const me = useMe();
  const programme = useProgramme();
  const directory = useQuery(directoryQuery);
  const [filters, filter] = useFilters();
  const view = VIEWS.find((one) => one === filters.view) ?? 'numbers';
  const seesUnits = me.actions.has('sheet.units');
  const moment: Moment = {
    ...(programme === undefined ? {} : { programme: programme.id }),
    ...(filters.asOf === undefined ? {} : { asOf: filters.asOf }),
    ...(filters.knownAt === undefined ? {} : { knownAt: filters.knownAt }),
  };
  return (
    <>
      <PageHead title={t('title')}>{programme === undefined ? null : <Downloads moment={moment} />}</PageHead>
      <Loaded query={directory}>
        {({ programmes }) => {
          const here = programmes.find(({ id }) => id === programme?.id);
          if (here === undefined)
            return <Empty icon="chart" title={t('noProgramme')} text={t('noProgrammeHelp')} />;
          return (
            <>
              <p className="soft">{here.name}</p>
              <MomentPicker
                first={here.from}
                asOf={filters.asOf}
                knownAt={filters.knownAt}
                onChange={filter}
              />
              <Tabs value={view} onChange={(next) => filter({ view: next ?? undefined })} keepMounted={false}>
                <Tabs.List className={styles.tabs ?? ''}>
                  {VIEWS.map((one) => (
                    <Tabs.Tab key={one} value={one}>
                      {t(`views.${one}`)}
                    </Tabs.Tab>
                  ))}
                </Tabs.List>
                <Tabs.Panel value="numbers" pt="md">
                  <FiguresView
                    moment={moment}
                    {...(seesUnits ? { onOpen: (figure) => filter({ figure }) } : {})}
                  />
                </Tabs.Panel>
                <Tabs.Panel value="targets" pt="md">
                  <TargetsView moment={moment} />
                </Tabs.Panel>
                <Tabs.Panel value="bySplit" pt="md">
                  <SplitsView moment={moment} seesUnits={seesUnits} />
                </Tabs.Panel>
                <Tabs.Panel value="changes" pt="md">
                  <CompareView moment={moment} />
                </Tabs.Panel>
                <Tabs.Panel value="reports" pt="md">
                  <ReportsView moment={moment} />
                </Tabs.Panel>
              </Tabs>
              {filters.figure === undefined || !seesUnits ? null : (
                <UnitsDialog
                  moment={moment}
                  figure={filters.figure}
                  onClose={() => filter({ figure: undefined })}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
