import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cohortQuery, type CohortLine } from '../../api/cohort';
import { journeyQuery } from '../../api/journey';
import { useProgramme } from '../../frame/programme';
import { FindField } from '../../shared/find-field';
import { useFilters } from '../../shared/filters';
import { latinOf } from '../../shared/latin';
import { nameText } from '../../shared/person-name';
import { PageHead } from '../../shared/page-head';
import { Empty, Loaded } from '../../shared/states';
import { useTemplate } from '../../shared/template';
import { Column } from './column';
import { MoveDialog, type Wish } from './move-dialog';
import { movesOf } from './moves';
import styles from './board.module.css';

/** Everybody by stage. A card is dragged, or moved by its menu; a column that refuses says why. */
export function Page() {
  const { t } = useTranslation('board');
  const programme = useProgramme();
  const query = useQuery(cohortQuery(programme?.id));
  const [filters, filter] = useFilters();
  const [dragged, drag] = useState<string>();
  const [wish, setWish] = useState<Wish>();
  const { data: moving } = useQuery({ ...journeyQuery(dragged ?? ''), enabled: dragged !== undefined });
  const template = useTemplate(query.data?.[0]?.template ?? '');
  const moves = moving === undefined || dragged === undefined ? undefined : movesOf(moving);
  const folded = filters.closed !== 'shown';
  const wanted = latinOf(filters.find ?? '');
  const shown = (line: CohortLine): boolean =>
    (!folded || line.status === 'open') && latinOf(nameText(line.name, line.person)).includes(wanted);
  return (
    <>
      <PageHead title={t('title')}>
        <FindField label={t('find')} />
        <Switch
          label={t('closed')}
          checked={!folded}
          onChange={({ currentTarget }) => filter({ closed: currentTarget.checked ? 'shown' : undefined })}
        />
      </PageHead>
      <Loaded query={query}>
        {(lines) =>
          lines.length === 0 ? (
            <Empty icon="board" title={t('emptyTitle')} text={t('emptyHelp')} />
          ) : (
            <div className={styles.board} role="region" aria-label={t('title')} tabIndex={0}>
              {(template?.stages ?? []).map(({ code }) => (
                <Column
                  key={code}
                  stage={code}
                  lines={lines.filter((line) => line.stage === code && shown(line))}
                  move={moves?.find(({ about }) => about === code)}
                  dragging={moves !== undefined}
                  onDrag={drag}
                  onWish={(line) => setWish({ line, to: code })}
                  onMenu={(line, to) => setWish({ line, to })}
                />
              ))}
            </div>
          )
        }
      </Loaded>
      {wish === undefined ? null : <MoveDialog wish={wish} onClose={() => setWish(undefined)} />}
    </>
  );
}
