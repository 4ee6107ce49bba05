import { Button, Input } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useDays } from '../../i18n/dates';
import { newId } from '../../live/drafts';
import { useMe } from '../../session/session';
import { Badge } from '../../shared/badges';
import { Loaded, ProblemNote } from '../../shared/states';
import { uploadFile } from '../../shared/upload';
import { filesQuery } from './files';
import styles from './journey.module.css';

const redactionsQuery = (journey: string) =>
  queryOptions({
    queryKey: ['journey', journey, 'redactions'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/journeys/{journey}/redactions', { params: { path: { journey } } })),
  });

const hrefOf = (file: string): string => `/api/v1/files/${encodeURIComponent(file)}/content`;

/** Documents as auditors may see them: pictures of the pages, which a second person has compared with the original. */
export function Redactions({ journey }: { readonly journey: string }) {
  const { t } = useTranslation('journey');
  const days = useDays();
  const me = useMe();
  const client = useQueryClient();
  const files = useQuery(filesQuery(journey));
  const query = useQuery(redactionsQuery(journey));
  const nameOf = (file: string): string => files.data?.find(({ id }) => id === file)?.name ?? file;
  const approve = useMutation({
    mutationFn: (redaction: string) =>
      answerOf(api.POST('/api/v1/redactions/{redaction}/approval', { params: { path: { redaction } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['journey', journey] }),
  });
  return (
    <section className={styles.redactions} aria-labelledby="redactions">
      <h2 id="redactions">{t('redactions')}</h2>
      <p className="soft">{t('redactionsHelp')}</p>
      <Propose journey={journey} />
      {approve.error === null ? null : <ProblemNote error={approve.error} />}
      <Loaded query={query} lines={1}>
        {({ redactions }) => (
          <ul className={styles.timeline}>
            {redactions.map(({ id, file, pages, proposedBy, proposedAt, approvedBy }) => (
              <li key={id} className={styles.fact}>
                <span>{days.day(proposedAt)}</span>
                <div>
                  <p>
                    <a href={hrefOf(file)}>{nameOf(file)}</a>{' '}
                    {pages.map((page, index) => (
                      <a key={page.file} href={hrefOf(page.file)}>
                        {t('redactedPage', { number: index + 1 })}{' '}
                      </a>
                    ))}
                  </p>
                  <p className={styles.small}>
                    {t('redactedBy', { who: proposedBy })}
                    {approvedBy === undefined ? '' : ` · ${t('comparedBy', { who: approvedBy })}`}
                  </p>
                </div>
                <span>
                  {approvedBy !== undefined ? (
                    <Badge tone="done">{t('redactionOpen')}</Badge>
                  ) : proposedBy === me.account ? (
                    <Badge tone="soon">{t('redactionWaits')}</Badge>
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="light"
                      loading={approve.isPending && approve.variables === id}
                      onClick={() => approve.mutate(id)}
                    >
                      {t('redactionApprove')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

/** Chooses the original and uploads the pictures, one a page in order. */
function Propose({ journey }: { readonly journey: string }) {
  const { t } = useTranslation('journey');
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const { data: files = [] } = useQuery(filesQuery(journey));
  const [chosen, choose] = useState('');
  const originals = files.filter(({ state, type }) => state === 'clean' && !type.startsWith('image/'));
  const original = originals.find(({ id }) => id === chosen) ?? originals[0];
  const propose = useMutation({
    mutationFn: async (pictures: readonly File[]) => {
      if (original === undefined) return;
      const pages: string[] = [];
      for (const picture of pictures) pages.push((await uploadFile(journey, picture, original.topic)).id);
      const body = { id: newId(), file: original.id, pages };
      await answerOf(api.POST('/api/v1/redactions', { body }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['journey', journey] }),
  });
  if (original === undefined) return <p>{t('noOriginal')}</p>;
  return (
    <div className={styles.upload}>
      <Input
        component="select"
        aria-label={t('redactionOf')}
        value={original.id}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {originals.map(({ id, name }) => (
          <option key={id} value={id}>
            {name ?? id}
          </option>
        ))}
      </Input>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/webp"
        aria-label={t('redactionAdd')}
        onChange={({ currentTarget }) => {
          const pictures = [...(currentTarget.files ?? [])];
          if (pictures.length > 0) propose.mutate(pictures);
          currentTarget.value = '';
        }}
      />
      <Button variant="light" loading={propose.isPending} onClick={() => input.current?.click()}>
        {t('redactionAdd')}
      </Button>
      {propose.error === null ? null : <ProblemNote error={propose.error} />}
    </div>
  );
}
