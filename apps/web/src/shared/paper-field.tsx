import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileButton } from './file-button';
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
      <FileButton label={t('paper.upload')} loading={upload.isPending} onFile={upload.mutate} />
      <span className="soft" role="status">
        {file === undefined ? t('paper.help') : t('paper.kept', { file })}
      </span>
      {upload.error === null ? null : <ProblemNote error={upload.error} />}
    </Stack>
  );
}
