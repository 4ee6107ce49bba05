import { Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unmet } from '../api/problem';
import { useWords } from '../i18n/words';
import { CommandForm } from './command-form';
import { ProblemNote } from './states';
import { uploadFile, type FileTopic } from './upload';

/** A command that somebody is about to give. */
export interface Act {
  readonly command: string;
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly only?: readonly string[];
  readonly label?: string;
  /** The command rests on a paper, which is uploaded here under this topic and reference. */
  readonly paper?: { readonly topic: FileTopic; readonly reference: string };
}

interface Props {
  readonly journey: string;
  readonly act: Act;
  readonly mend?: (unmet: Unmet) => ReactNode;
  readonly onClose: () => void;
}

/** The form of one command over the page, with the paper that it rests on. */
export function ActDialog({ journey, act, mend, onClose }: Props) {
  const { t } = useTranslation('common');
  const word = useWords();
  const { command, label, paper, fixed, initial, only } = act;
  const [file, setFile] = useState<string>();
  const upload = useMutation({
    mutationFn: (chosen: File) => uploadFile(journey, chosen, paper?.topic, paper?.reference),
    onSuccess: ({ name }, chosen) => setFile(name ?? chosen.name),
  });
  const evidence = file === undefined || paper === undefined ? {} : { evidence: paper.reference };
  return (
    <Modal
      opened
      onClose={onClose}
      title={label ?? word('commands', command)}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Stack>
        {paper === undefined ? null : (
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
        )}
        {upload.error === null ? null : <ProblemNote error={upload.error} />}
        <CommandForm
          journey={journey}
          command={command}
          fixed={{ ...fixed, ...evidence }}
          initial={{ ...(paper === undefined ? {} : { evidence: paper.reference }), ...initial }}
          {...(only === undefined ? {} : { only })}
          {...(label === undefined ? {} : { label })}
          {...(mend === undefined ? {} : { mend })}
          preview
          onDone={onClose}
        />
      </Stack>
    </Modal>
  );
}
