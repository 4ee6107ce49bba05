import { Button, Stepper } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/generated/schema';
import { linesOf } from '../../live/bulk';
import { Badge } from '../../shared/badges';
import { DataTable } from '../../shared/data-table';
import { useGuardText } from '../../shared/guard-text';
import { PageHead } from '../../shared/page-head';
import { ProblemNote } from '../../shared/states';
import { lineFaults, type LineFault } from './line-faults';
import styles from './import.module.css';

type LineAnswer = components['schemas']['LineAnswer'];

/** Chooses a file, looks at it here, sends it, and shows every line that was refused with why. Sending it again does nothing twice. */
export function Page() {
  const { t } = useTranslation('imports');
  const missing = useGuardText();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{
    readonly name: string;
    readonly text: string;
    readonly lines: number;
    readonly faults: readonly LineFault[];
  }>();
  const [heard, hear] = useState(0);
  const run = useMutation({
    mutationFn: (text: string) =>
      linesOf<LineAnswer>('/api/v1/imports', text, 'application/x-ndjson', () => hear((count) => count + 1)),
    onSuccess: () => client.invalidateQueries(),
  });
  const take = async (chosen: File): Promise<void> => {
    const text = await chosen.text();
    const lines = text.split('\n').filter((line) => line.trim() !== '').length;
    hear(0);
    run.reset();
    setFile({ name: chosen.name, text, lines, faults: lineFaults(text) });
  };
  const refused = run.data?.filter(({ result }) => result === 'refused') ?? [];
  const step = run.data !== undefined ? 2 : file === undefined ? 0 : 1;
  const why = ({ refusal }: LineAnswer): string => (refusal?.unmet ?? []).map(missing).join('; ');
  return (
    <>
      <PageHead title={t('title')} />
      <Stepper active={step} size="sm" mb="lg">
        <Stepper.Step label={t('choose')} />
        <Stepper.Step label={t('check')} />
        <Stepper.Step label={t('result')} />
      </Stepper>
      <div className={styles.part}>
        <p>{t('help')}</p>
        <input
          ref={input}
          type="file"
          hidden
          accept=".jsonl,.ndjson,application/x-ndjson"
          aria-label={t('choose')}
          onChange={({ currentTarget }) =>
            currentTarget.files?.[0] === undefined ? undefined : void take(currentTarget.files[0])
          }
        />
        <Button variant={file === undefined ? 'filled' : 'default'} onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
      </div>
      {file === undefined ? null : (
        <div className={styles.part}>
          <p>{t('read', { name: file.name, count: file.lines })}</p>
          {file.faults.length > 0 ? (
            <ul>
              {file.faults.slice(0, 20).map(({ line }) => (
                <li key={line}>{t('unreadable', { line })}</li>
              ))}
            </ul>
          ) : null}
          <Button
            loading={run.isPending}
            disabled={run.data !== undefined}
            onClick={() => run.mutate(file.text)}
          >
            {t('send')}
          </Button>
          {run.isPending ? (
            <>
              <progress value={heard} max={file.lines} aria-label={t('send')} />
              <p role="status">{t('progress', { heard, lines: file.lines })}</p>
            </>
          ) : null}
          {run.error === null ? null : <ProblemNote error={run.error} />}
        </div>
      )}
      {run.data === undefined ? null : (
        <div className={styles.part}>
          <p role="status">
            {t('done', { well: run.data.length - refused.length, refused: refused.length })}
          </p>
          {refused.length === 0 ? null : (
            <DataTable
              rows={refused}
              label={t('result')}
              idOf={({ line }) => String(line)}
              nameOf={({ line }) => String(line)}
              columns={[
                { id: 'line', title: t('line'), cell: ({ line }) => line, sort: ({ line }) => line },
                { id: 'id', title: t('id'), cell: ({ id }) => id ?? '', sort: ({ id }) => id ?? '' },
                { id: 'result', title: t('result'), cell: () => <Badge tone="late">{t('refused')}</Badge> },
                { id: 'why', title: t('why'), cell: why },
              ]}
            />
          )}
        </div>
      )}
    </>
  );
}
