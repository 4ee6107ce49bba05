import { Button, Modal } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitsPage, type Moment, type ProvedUnits } from '../../api/sheet';
import { useDays } from '../../i18n/dates';
import { Empty, ProblemNote, Skeleton } from '../../shared/states';
import { numberText } from './exact';
import { FactList } from './fact-list';
import { useFigureName } from './figure-name';
import styles from './sheet.module.css';

interface Props {
  readonly moment: Moment;
  readonly figure: string;
  readonly onClose: () => void;
}

/** Who or what is counted by a figure, by which facts, proved by which documents. Every look is on record, and the page says so. */
export function UnitsDialog({ moment, figure, onClose }: Props) {
  const { t } = useTranslation(['sheet', 'common']);
  const nameOf = useFigureName();
  const query = useInfiniteQuery({
    queryKey: ['sheet', 'units', moment, figure],
    queryFn: ({ pageParam }) => unitsPage(moment, figure, pageParam === '' ? undefined : pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const pages = query.data?.pages ?? [];
  const completeness = pages[0]?.completeness;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={nameOf(figure)}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <p className="soft">{t('sheet:looked')}</p>
      {query.error === null ? null : <ProblemNote error={query.error} />}
      {query.isPending ? <Skeleton /> : null}
      {completeness === undefined ? null : completeness.units === 0 ? (
        <Empty icon="people" title={t('sheet:nothingCounted')} />
      ) : (
        <p>
          {t('sheet:completeness', {
            proved: completeness.withEvidence,
            count: completeness.units,
          })}
        </p>
      )}
      <ul className={styles.units}>
        {pages
          .flatMap(({ units }) => units)
          .map((unit) => (
            <UnitRow key={`${unit.unit}/${unit.since}`} unit={unit} />
          ))}
      </ul>
      {query.hasNextPage ? (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('sheet:more')}
        </Button>
      ) : null}
    </Modal>
  );
}

function UnitRow({ unit }: { readonly unit: ProvedUnits['units'][number] }) {
  const { t, i18n } = useTranslation('sheet');
  const days = useDays();
  return (
    <li>
      <div className={styles.goalHead}>
        <strong>{unit.unit}</strong>
        <span className="soft">
          {numberText(unit.value, i18n.language)} · {t('since', { day: days.day(unit.since) })}
        </span>
      </div>
      <FactList facts={unit.facts} />
      {unit.evidence.length === 0 ? null : (
        <p className={styles.small}>{t('evidence', { references: unit.evidence.join(', ') })}</p>
      )}
      {unit.documents.map(({ file, reference, sha256 }) => (
        <p key={file} className={styles.small}>
          {t('document', { reference })} <code>{sha256}</code>
        </p>
      ))}
    </li>
  );
}
