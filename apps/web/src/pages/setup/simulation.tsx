import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cohortQuery } from '../../api/cohort';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { linesOf, undoBulk, type BulkRow } from '../../live/bulk';
import { newId } from '../../live/drafts';
import { useMe } from '../../session/session';
import { Badge } from '../../shared/badges';
import { DataTable, type ColumnOf } from '../../shared/data-table';
import { nameText } from '../../shared/person-name';
import { ProblemNote } from '../../shared/states';
import { DueDays } from './due-days';
import { given, standingOf } from './mapping';
import { MappingFields } from './mapping-fields';
import { simulate, templateBodyQuery, type Mapping, type SimulatedRow, type Template } from './setup-queries';
import { useStageNames } from './stage-names';

interface Props {
  readonly template: Template;
  readonly programme: string;
  /** A draft is only looked at; a published version takes the journeys over. */
  readonly isPublished: boolean;
}

type Change = NonNullable<SimulatedRow['clocks']>[number];
const isMoved = ({ before, after }: Change): boolean => before !== after;

/** What the open journeys would be under a template: stage and due days before and after; then the move itself, with one undo. */
export function Simulation({ template: target, programme, isPublished }: Props) {
  const { t } = useTranslation(['setup', 'common']);
  const word = useWords();
  const days = useDays();
  const me = useMe();
  const client = useQueryClient();
  const { data: cohort = [] } = useQuery(cohortQuery(programme));
  const template = target.id;
  const standing = standingOf(cohort, template);
  const from = cohort.find((line) => line.template !== template)?.template ?? '';
  const { data: source } = useQuery(templateBodyQuery(from));
  const stageName = useStageNames(target, source);
  const [mapping, map] = useState<Mapping>({});
  const [looked, look] = useState<SimulatedRow>();
  const [reason, setReason] = useState('');
  const [batch] = useState(() => `migrate-${newId()}`);
  const run = useMutation({ mutationFn: () => simulate(template, programme, given(mapping)) });
  const move = useMutation({
    mutationFn: () =>
      linesOf<BulkRow>(
        `/api/v1/templates/${encodeURIComponent(template)}/migrate`,
        JSON.stringify({ programme, mapping: given(mapping), reason, batch }),
        'application/json',
      ),
    onSuccess: () => client.invalidateQueries(),
  });
  const undo = useMutation({
    mutationFn: () => undoBulk(batch, t('setup:undoReason')),
    onSuccess: () => client.invalidateQueries(),
  });
  const nameOf = (id: string | null): string => {
    const line = cohort.find((one) => one.id === id);
    return line === undefined ? (id ?? '') : nameText(line.name, line.person);
  };
  const dayText = (day: string | null = null): string => (day === null ? '–' : days.day(day));
  const clockText = (change: Change): string =>
    `${word('clocks', change.clock.split('.')[0] ?? change.clock)}: ${dayText(change.before)} → ${dayText(change.after)}`;
  const whyNot = (row: SimulatedRow): string => {
    if (row.template.before === row.template.after) return t('setup:thereAlready');
    const line = cohort.find(({ id }) => id === row.journey);
    return line === undefined ? t('setup:stays') : t('setup:noSuchStage', { stage: stageName(line.stage) });
  };
  const columns: readonly ColumnOf<SimulatedRow>[] = [
    {
      id: 'name',
      title: t('setup:person'),
      cell: ({ journey }) => nameOf(journey),
      sort: ({ journey }) => nameOf(journey),
    },
    {
      id: 'stage',
      title: t('setup:stage'),
      cell: (row) =>
        row.stage === undefined ? (
          <Badge tone="late" title={row.reason ?? ''}>
            {whyNot(row)}
          </Badge>
        ) : row.stage.before === row.stage.after ? (
          stageName(row.stage.after)
        ) : (
          `${stageName(row.stage.before)} → ${stageName(row.stage.after)}`
        ),
    },
    {
      id: 'clocks',
      title: t('setup:movedClocks'),
      cell: ({ clocks = [] }) => clocks.filter(isMoved).map(clockText).join(' · ') || t('setup:noneMoved'),
      sort: ({ clocks = [] }) => clocks.filter(isMoved).length,
    },
    {
      id: 'all',
      title: t('setup:dueDays'),
      cell: (row) =>
        row.clocks === undefined || row.clocks.length === 0 ? (
          '–'
        ) : (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('setup:dueDaysOf', { name: nameOf(row.journey) })}
            onClick={() => look(row)}
          >
            {t('setup:allDue', { count: row.clocks.length })}
          </Button>
        ),
    },
  ];
  const stay = run.data?.filter((row) => row.stage === undefined).length ?? 0;
  const moved = move.data?.filter(({ result }) => result !== 'refused').length ?? 0;
  return (
    <Stack>
      <MappingFields
        target={target}
        source={source}
        standing={standing}
        mapping={mapping}
        onChange={(next) => {
          map(next);
          run.reset();
        }}
      />
      <Group>
        <Button variant="default" loading={run.isPending} onClick={() => run.mutate()}>
          {t('setup:simulate')}
        </Button>
        {isPublished && me.actions.has('template.migrate') && run.data !== undefined ? (
          <>
            <TextInput
              aria-label={word('fields', 'reason')}
              placeholder={word('fields', 'reason')}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <Button
              disabled={reason === '' || move.isSuccess}
              loading={move.isPending}
              onClick={() => move.mutate()}
            >
              {t('setup:migrate', { count: run.data.length - stay })}
            </Button>
          </>
        ) : null}
        {move.isSuccess ? (
          <Button
            variant="default"
            loading={undo.isPending}
            disabled={undo.isSuccess}
            onClick={() => undo.mutate()}
          >
            {undo.isSuccess ? t('setup:undone') : t('common:act.undo')}
          </Button>
        ) : null}
      </Group>
      {[run.error, move.error, undo.error].map((error, index) =>
        error === null ? null : <ProblemNote key={index} error={error} />,
      )}
      {move.isSuccess ? <p role="status">{t('setup:migrated', { count: moved })}</p> : null}
      {run.data === undefined ? (
        <p className="soft">{t('setup:simulateHelp')}</p>
      ) : (
        <>
          <p role="status">{t('setup:simulated', { count: run.data.length - stay, stay })}</p>
          <DataTable
            rows={run.data}
            columns={columns}
            idOf={({ journey }) => journey}
            nameOf={({ journey }) => nameOf(journey)}
            label={t('setup:simulate')}
          />
        </>
      )}
      {looked === undefined ? null : (
        <DueDays row={looked} name={nameOf(looked.journey)} onClose={() => look(undefined)} />
      )}
    </Stack>
  );
}
