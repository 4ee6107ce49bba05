import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { codeFrom, type NewStage } from './edit-stages';
import type { Template } from './setup-queries';
import { StageNameFields } from './stage-name-fields';

interface Props {
  readonly template: Template;
  /** Name of the stage behind which it comes. */
  readonly behind: string;
  readonly onAdd: (stage: NewStage) => void;
  readonly onClose: () => void;
}

const CODE = /^[A-Z]{2,16}$/;

/** Name and code of a stage that is added; what it asks for and its deadlines come in its own form. */
export function NewStageDialog({ template, behind, onAdd, onClose }: Props) {
  const { t } = useTranslation(['setup', 'common']);
  const [name, setName] = useState({ de: '', en: '' });
  const [typed, setTyped] = useState<string>();
  const code =
    typed ?? (name.en === '' && name.de === '' ? '' : codeFrom(name.en || name.de, template.stages));
  const isTaken = template.stages.some((stage) => stage.code === code);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAdd({ code, name });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('setup:addBehind', { stage: behind })}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <StageNameFields name={name} onChange={setName} />
          <TextInput
            label={t('setup:code')}
            description={t('setup:codeHelp')}
            required
            withAsterisk={false}
            value={code}
            error={isTaken ? t('setup:codeTaken') : undefined}
            onChange={({ currentTarget }) => setTyped(currentTarget.value.toUpperCase())}
          />
          <Button type="submit" disabled={isTaken || !CODE.test(code)}>
            {t('setup:addStage')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
