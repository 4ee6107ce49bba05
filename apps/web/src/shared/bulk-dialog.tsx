import { Button, Group, Input, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CohortLine } from '../api/cohort';
import { todayHere } from '../i18n/dates';
import { useWords } from '../i18n/words';
import { bulk, undoBulk, type BulkRow } from '../live/bulk';
import { newId } from '../live/drafts';
import { useMe } from '../session/session';
import { useTemplate } from './template';
import { ProblemNote } from './states';
import { BulkResults } from './bulk-results';

/** Acts that make sense on many, with the data that all of them share. */
const ACTS = ['advance', 'hold', 'resume', 'countersign-commitment'] as const;
type Act = (typeof ACTS)[number];

/** One act on the chosen people: tried first, then done, with a result for each and one undo for all. */
export function BulkDialog({
  lines,
  onClose,
}: {
  readonly lines: readonly CohortLine[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['people', 'common']);
  const word = useWords();
  const me = useMe();
  const client = useQueryClient();
  const template = useTemplate(lines[0]?.template ?? '');
  const [command, setCommand] = useState<Act>('advance');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [batch] = useState(() => `bulk-${newId()}`);
  const [rows, setRows] = useState<readonly BulkRow[]>();
  const dataOf = (): Record<string, string> =>
    command === 'advance' ? { to } : reason === '' ? {} : { reason };
  const commands = lines.map(({ id }) => ({
    id: `${batch}.${id}`.slice(0, 120),
    journey: id,
    command,
    happenedOn: todayHere(),
    by: me.by(['coordinator']) ?? { role: 'coordinator' },
    data: dataOf(),
  }));
  const run = useMutation({
    mutationFn: (dryRun: boolean) => bulk(commands, batch, dryRun),
    onSuccess: async (answer, dryRun) => {
      setRows(answer);
      if (!dryRun) await client.invalidateQueries();
    },
  });
  const undo = useMutation({
    mutationFn: () => undoBulk(batch, t('people:undoReason')),
    onSuccess: () => client.invalidateQueries(),
  });
  const isDone = rows?.some(({ result }) => result === 'accepted' || result === 'repeated') === true;
  const ready = command !== 'advance' || to !== '';
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('people:bulkTitle', { count: lines.length })}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <Stack>
        <Group>
          <Input
            component="select"
            aria-label={t('people:bulkAct')}
            value={command}
            onChange={({ currentTarget }) =>
              setCommand(ACTS.find((one) => one === currentTarget.value) ?? command)
            }
          >
            {ACTS.map((one) => (
              <option key={one} value={one}>
                {word('commands', one)}
              </option>
            ))}
          </Input>
          {command === 'advance' ? (
            <Input
              component="select"
              aria-label={t('people:bulkTo')}
              value={to}
              onChange={({ currentTarget }) => setTo(currentTarget.value)}
            >
              <option value="">{t('people:bulkTo')}</option>
              {(template?.stages ?? []).map(({ code }) => (
                <option key={code} value={code}>
                  {word('stages', code)}
                </option>
              ))}
            </Input>
          ) : (
            <TextInput
              aria-label={word('fields', 'reason')}
              placeholder={word('fields', 'reason')}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
          <Button
            variant="default"
            disabled={!ready || isDone}
            loading={run.isPending && run.variables}
            onClick={() => run.mutate(true)}
          >
            {t('people:tryIt')}
          </Button>
          <Button
            disabled={rows === undefined || isDone || !ready}
            loading={run.isPending && !run.variables}
            onClick={() => run.mutate(false)}
          >
            {t('people:doIt')}
          </Button>
          {isDone ? (
            <Button
              variant="default"
              loading={undo.isPending}
              disabled={undo.isSuccess}
              onClick={() => undo.mutate()}
            >
              {undo.isSuccess ? t('people:undone', { count: undo.data.length }) : t('common:act.undo')}
            </Button>
          ) : null}
        </Group>
        {run.error === null ? null : <ProblemNote error={run.error} />}
        {undo.error === null ? null : <ProblemNote error={undo.error} />}
        {rows === undefined ? null : <BulkResults rows={rows} lines={lines} />}
      </Stack>
    </Modal>
  );
}
