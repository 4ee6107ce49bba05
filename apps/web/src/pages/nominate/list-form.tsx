import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { todayHere } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { linesOf } from '../../live/bulk';
import { useDraft } from '../../live/drafts';
import { useMe } from '../../session/session';
import { download } from '../../shared/download';
import { ProblemNote } from '../../shared/states';
import type { NominationAgreement } from './agreements';
import { ListResults, type NominationRow } from './list-results';
import { useListWords } from './list-words';
import styles from './nominate.module.css';
import { lineOf, PERSON_FIELDS, shortDigest } from './person-values';
import { readList } from './read-list';
import { underOf } from './under';

const EMPTY = { text: '', on: '' };
const NDJSON = 'application/x-ndjson';

/** Many people from a spreadsheet: put in or as a file, tried first, and each with its result. Sending it again does nothing twice. */
export function ListForm({ agreement }: { readonly agreement: NominationAgreement }) {
  const { t } = useTranslation('nominate');
  const word = useWords();
  const words = useListWords();
  const me = useMe();
  const client = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const { draft, change, clear } = useDraft(me.account, `nominate-list/${agreement.id}`, EMPTY);
  const { text, on } = draft.values;
  const people = readList(text, words);
  const [heard, hear] = useState<readonly NominationRow[]>([]);
  const run = useMutation({
    mutationFn: async (trial: boolean) => {
      hear([]);
      const lines = people.map(({ values }) => {
        const day = on === '' ? todayHere() : on;
        const id = `${draft.id}.${shortDigest(JSON.stringify([day, values]))}`;
        return JSON.stringify(lineOf(values, id, day, underOf(agreement)));
      });
      const path = `/api/v1/nominations/list?dryRun=${String(trial)}`;
      return linesOf<NominationRow>(path, lines.join('\n'), NDJSON, (row) => hear((rows) => [...rows, row]));
    },
    onSuccess: async (_, trial) => {
      if (!trial) await client.invalidateQueries();
    },
  });
  const put = (next: string): void => {
    hear([]);
    run.reset();
    change({ text: next, on: todayHere() });
  };
  const headings = PERSON_FIELDS.map((field) => word('fields', field)).join(';');
  // With a byte order mark: without one a spreadsheet takes Cyrillic letters for others.
  const template = `\uFEFF${headings}\r\n${t('example')}\r\n`;
  const isDone = run.isSuccess && !run.variables && heard.every(({ result }) => result !== 'refused');
  const cannot = people.length === 0 || isDone;
  return (
    <Stack>
      <p className={styles.help}>{t('listHelp')}</p>
      <Group>
        <Button variant="default" onClick={() => download(t('templateName'), template)}>
          {t('template')}
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,text/csv"
          aria-label={t('file')}
          onChange={({ currentTarget }) => {
            void currentTarget.files?.[0]?.text().then(put);
            currentTarget.value = '';
          }}
        />
        <Button variant="default" onClick={() => file.current?.click()}>
          {t('file')}
        </Button>
      </Group>
      <Textarea
        label={t('people')}
        description={PERSON_FIELDS.map((field) => word('fields', field)).join(' · ')}
        autosize
        minRows={4}
        maxRows={14}
        value={text}
        onChange={({ currentTarget }) => put(currentTarget.value)}
      />
      {people.length === 0 ? null : <ListResults people={people} rows={heard} />}
      {run.error === null ? null : <ProblemNote error={run.error} />}
      <Group>
        <Button
          variant="default"
          disabled={cannot}
          loading={run.isPending && run.variables}
          onClick={() => run.mutate(true)}
        >
          {t('try')}
        </Button>
        <Button disabled={cannot} loading={run.isPending && !run.variables} onClick={() => run.mutate(false)}>
          {t('send', { count: people.length })}
        </Button>
        {isDone ? (
          <Button
            variant="default"
            onClick={() => {
              hear([]);
              run.reset();
              clear();
            }}
          >
            {t('newList')}
          </Button>
        ) : null}
        <span className="soft" role="status">
          {run.isPending ? t('progress', { done: heard.length, all: people.length }) : ''}
        </span>
      </Group>
    </Stack>
  );
}
