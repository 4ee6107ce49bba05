import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useDays } from '../../i18n/dates';
import { uploadFile } from '../../shared/upload';
import { Empty, Loaded, ProblemNote } from '../../shared/states';
import { useMe } from '../../session/session';
import styles from './journey.module.css';

/** Papers of the journey, those that the reader may see. */
export function Documents({ journey }: { readonly journey: string }) {
  const { t } = useTranslation('journey');
  const days = useDays();
  const me = useMe();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const query = useQuery({
    queryKey: ['journey', journey, 'files'],
    queryFn: () => answerOf(api.GET('/api/v1/journeys/{journey}/files', { params: { path: { journey } } })),
  });
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile(journey, file),
    onSuccess: () => client.invalidateQueries({ queryKey: ['journey', journey, 'files'] }),
  });
  return (
    <>
      {me.actions.has('file.upload') ? (
        <>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('upload')}
            onChange={({ currentTarget }) =>
              currentTarget.files?.[0] === undefined ? undefined : upload.mutate(currentTarget.files[0])
            }
          />
          <Button variant="light" loading={upload.isPending} onClick={() => input.current?.click()}>
            {t('upload')}
          </Button>
        </>
      ) : null}
      {upload.error === null ? null : <ProblemNote error={upload.error} />}
      <Loaded query={query}>
        {({ files }) =>
          files.length === 0 ? (
            <Empty icon="file" title={t('noFiles')} text={t('noFilesHelp')} />
          ) : (
            <ul className={styles.timeline}>
              {files.map(({ id, name, state, uploadedAt }) => (
                <li key={id} className={styles.fact}>
                  <span>{days.day(uploadedAt)}</span>
                  {state === 'clean' ? (
                    <a href={`/api/v1/files/${id}/content`}>{name ?? id}</a>
                  ) : (
                    <span>{name ?? id}</span>
                  )}
                  <span className="soft">{t(`fileStates.${state}`)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
