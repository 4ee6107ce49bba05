import { Button, Input } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../../api/journey';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import { Badge, type Tone } from '../../shared/badges';
import { Empty, Loaded, ProblemNote } from '../../shared/states';
import { uploadFile, type FileTopic } from '../../shared/upload';
import { evidenceOf } from './fact-text';
import { filesQuery } from './files';
import { PAPER_TOPICS } from './papers';
import styles from './journey.module.css';

const TONES: Readonly<Record<string, Tone>> = { clean: 'done', pending: 'soon', suspect: 'late' };
const KB = 1024;

/** Papers of the journey, those that the reader may see: what each is about, and which fact rests on it. */
export function Documents({ journey }: { readonly journey: string }) {
  const { t, i18n } = useTranslation('journey');
  const word = useWords();
  const days = useDays();
  const query = useQuery(filesQuery(journey));
  const me = useMe();
  const { data: timeline } = useQuery({
    ...timelineQuery(journey),
    enabled: me.actions.has('journey.timeline'),
  });
  const sizes = new Intl.NumberFormat(i18n.language === 'ky' ? 'ru' : i18n.language);
  const factsOf = (reference: string | undefined): readonly string[] =>
    reference === undefined
      ? []
      : (timeline?.facts ?? [])
          .filter((fact) => evidenceOf(fact) === reference)
          .map(({ kind }) => word('commands', kind));
  return (
    <>
      {me.actions.has('file.upload') ? <Upload journey={journey} /> : null}
      <Loaded query={query}>
        {(files) =>
          files.length === 0 ? (
            <Empty icon="file" title={t('noFiles')} text={t('noFilesHelp')} />
          ) : (
            <ul className={styles.timeline}>
              {files.map(({ id, name, state, topic, size, reference, uploadedAt }) => (
                <li key={id} className={styles.fact}>
                  <span>{days.day(uploadedAt)}</span>
                  <div>
                    <p>
                      {state === 'clean' ? (
                        <a href={`/api/v1/files/${id}/content`}>{name ?? id}</a>
                      ) : (
                        (name ?? id)
                      )}
                    </p>
                    <p className={styles.small}>
                      {[
                        t(`topics.${topic}`, { defaultValue: t('topics.course') }),
                        `${sizes.format(Math.ceil(size / KB))} kB`,
                        ...factsOf(reference).map((what) => t('evidenceOf', { what })),
                      ].join(' · ')}
                    </p>
                  </div>
                  <span>
                    <Badge tone={TONES[state] ?? 'waiting'}>{t(`fileStates.${state}`)}</Badge>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

/** What a paper is about comes first: that says who may open it. */
function Upload({ journey }: { readonly journey: string }) {
  const { t } = useTranslation('journey');
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [topic, setTopic] = useState<FileTopic>('course');
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile(journey, file, topic),
    onSuccess: () => client.invalidateQueries({ queryKey: ['journey', journey, 'files'] }),
  });
  return (
    <div className={styles.upload}>
      <Input
        component="select"
        aria-label={t('uploadTopic')}
        value={topic}
        onChange={({ currentTarget }) =>
          setTopic(PAPER_TOPICS.find((one) => one === currentTarget.value) ?? 'course')
        }
      >
        {PAPER_TOPICS.map((one) => (
          <option key={one} value={one}>
            {t(`topics.${one}`)}
          </option>
        ))}
      </Input>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('upload')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) upload.mutate(file);
          currentTarget.value = '';
        }}
      />
      <Button variant="light" loading={upload.isPending} onClick={() => input.current?.click()}>
        {t('upload')}
      </Button>
      {upload.error === null ? null : <ProblemNote error={upload.error} />}
    </div>
  );
}
