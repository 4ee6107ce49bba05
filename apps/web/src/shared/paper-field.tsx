import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './states';
import { uploadFile, type FileTopic } from './upload';

/** The paper that a command rests on, kept under a topic and the reference that the command names as its evidence. */
export interface Paper {
  readonly topic: FileTopic;
  readonly reference: string;
}

/** Takes the paper and says that it is kept. */
export function PaperField({
  journey,
  paper,
  onKept,
}: {
  readonly journey: string;
  readonly paper: Paper;
  readonly onKept: () => void;
}) {
  const { t } = useTranslation('common');
  const [file, setFile] = useState<string>();
  const upload = useMutation({
    mutationFn: (chosen: File) => uploadFile(journey, chosen, paper.topic, paper.reference),
    onSuccess: ({ name }, chosen) => {
      setFile(name ?? chosen.name);
      onKept();
    },
  });
  return (
    <Stack gap="xs">
      <label>
        {t('paper.upload')}
        <input
          type="file"
          style={{ display: 'block', marginTop: '0.25rem', maxWidth: '100%' }}
          onChange={({ currentTarget }) =>
            currentTarget.files?.[0] === undefined ? undefined : upload.mutate(currentTarget.files[0])
          }
        />
        <span className="soft" role="status">
          {file === undefined ? t('paper.help') : t('paper.kept', { file })}
        </span>
      </label>
      {upload.error === null ? null : <ProblemNote error={upload.error} />}
    </Stack>
  );
}
