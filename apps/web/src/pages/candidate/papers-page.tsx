import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import type { Journey } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { tell } from '../../shared/notices';
import { Empty, Loaded, ProblemNote } from '../../shared/states';
import { uploadFile } from '../../shared/upload';
import { ActList } from './act-list';
import { decisionsOf } from './acts';
import { FileButton } from '../../shared/file-button';
import { OwnJourney } from './own-journey';
import styles from './candidate.module.css';

function Decisions({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('candidate');
  const decisions = decisionsOf(journey);
  return (
    <section className={styles.part} aria-labelledby="decide">
      <h2 id="decide">{t('decide')}</h2>
      {decisions.length === 0 ? <p>{t('nothingDecide')}</p> : <ActList journey={journey} acts={decisions} />}
    </section>
  );
}

function Files({ journey }: { readonly journey: string }) {
  const { t } = useTranslation('candidate');
  const days = useDays();
  const client = useQueryClient();
  const queryKey = ['journey', journey, 'files'];
  const query = useQuery({
    queryKey,
    queryFn: () => answerOf(api.GET('/api/v1/journeys/{journey}/files', { params: { path: { journey } } })),
  });
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile(journey, file),
    onSuccess: async () => {
      tell(t('uploaded'));
      await client.invalidateQueries({ queryKey });
    },
  });
  return (
    <section className={styles.part} aria-labelledby="files">
      <h2 id="files">{t('files')}</h2>
      <p className="soft">{t('filesHelp')}</p>
      <FileButton label={t('upload')} loading={upload.isPending} onFile={upload.mutate} />
      {upload.error === null ? null : <ProblemNote error={upload.error} />}
      <Loaded query={query}>
        {({ files }) =>
          files.length === 0 ? (
            <Empty icon="file" title={t('noFiles')} />
          ) : (
            <ul className={styles.list}>
              {files.map(({ id, name, state, uploadedAt }) => (
                <li key={id} className={styles.line}>
                  {state === 'clean' ? (
                    <a href={`/api/v1/files/${id}/content`}>{name ?? t('file')}</a>
                  ) : (
                    <span>{name ?? t('file')}</span>
                  )}
                  <span className="soft">
                    {t(`fileStates.${state}`)} · {days.day(uploadedAt)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

/** Papers to sign and decide on, and everything that was uploaded. */
export function Page() {
  const { t } = useTranslation('candidate');
  return (
    <OwnJourney title={t('papers')}>
      {(journey) => (
        <>
          <Decisions journey={journey} />
          <Files journey={journey.id} />
        </>
      )}
    </OwnJourney>
  );
}
