import { Modal, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unmet } from '../api/problem';
import { useWords } from '../i18n/words';
import { CommandForm } from './command-form';
import { PaperField, type Paper } from './paper-field';

/** A command that somebody is about to give. */
export interface Act {
  readonly command: string;
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly only?: readonly string[];
  readonly label?: string;
  /** The command rests on a paper, which is uploaded here. */
  readonly paper?: Paper;
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
  const [isKept, setKept] = useState(false);
  const evidence = isKept && paper !== undefined ? { evidence: paper.reference } : {};
  return (
    <Modal
      opened
      onClose={onClose}
      title={label ?? word('commands', command)}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Stack>
        {paper === undefined ? null : (
          <PaperField journey={journey} paper={paper} onKept={() => setKept(true)} />
        )}
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
