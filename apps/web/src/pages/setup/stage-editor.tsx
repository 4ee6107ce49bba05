import { Button, Checkbox, Fieldset, Group, Input, Modal, Stack } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { ClockFields } from './clock-fields';
import { PickList } from './pick-list';
import type { Clock, Stage, Template } from './setup-queries';
import { StageNameFields } from './stage-name-fields';
import { useStageNames } from './stage-names';

interface Props {
  readonly template: Template;
  readonly stage: Stage;
  /** Guards that any template asks for. */
  readonly guards: readonly string[];
  readonly onDone: (stage: Stage) => void;
  readonly onClose: () => void;
}

const NEW_CLOCK: Clock = {
  code: 'contact',
  anchor: 'stage-entered',
  after: 'P14D',
  effect: 'remind',
  who: 'coordinator',
};

const PHASES = [
  'universitySelection',
  'commitment',
  'internship',
  'contract',
  'integrationFollowUp',
] as const satisfies readonly Stage['phase'][];

/** One stage as a form: its names and phase, what it asks for, where it leads, its deadlines. */
export function StageEditor({ template, stage: before, guards, onDone, onClose }: Props) {
  const { t } = useTranslation(['setup', 'common']);
  const word = useWords();
  const [stage, change] = useState(before);
  const nameOf = useStageNames(template);
  const setClock = (index: number, clock: Clock | undefined): void =>
    change({ ...stage, clocks: stage.clocks.flatMap((one, at) => (at === index ? (clock ?? []) : one)) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onDone(stage);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('setup:editStage', { stage: nameOf(stage.code) })}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <StageNameFields name={stage.name} onChange={(name) => change({ ...stage, name })} />
          <Group grow align="end">
            <Input.Wrapper label={t('setup:phase')} labelElement="div">
              <Input
                component="select"
                aria-label={t('setup:phase')}
                value={stage.phase}
                onChange={({ currentTarget }) =>
                  change({
                    ...stage,
                    phase: PHASES.find((one) => one === currentTarget.value) ?? stage.phase,
                  })
                }
              >
                {PHASES.map((phase) => (
                  <option key={phase} value={phase}>
                    {t(`setup:phases.${phase}`)}
                  </option>
                ))}
              </Input>
            </Input.Wrapper>
            <Checkbox
              label={t('setup:final')}
              checked={stage.final === true}
              onChange={({ currentTarget }) => {
                const { final: _final, ...rest } = stage;
                change(currentTarget.checked ? { ...rest, final: true } : rest);
              }}
            />
          </Group>
          <PickList
            legend={t('setup:guards')}
            addLabel={t('setup:addGuard')}
            chosen={stage.guards}
            all={guards}
            nameOf={(code) => word('guards', code)}
            onChange={(chosen) => change({ ...stage, guards: chosen })}
          />
          <PickList
            legend={t('setup:exits')}
            addLabel={t('setup:addExit')}
            chosen={stage.exits}
            all={template.stages.map(({ code }) => code).filter((code) => code !== stage.code)}
            nameOf={nameOf}
            onChange={(chosen) => change({ ...stage, exits: chosen })}
          />
          <Fieldset legend={t('setup:clocks')}>
            <Stack gap="xs">
              {stage.clocks.map((clock, index) => (
                <ClockFields
                  key={`${clock.code}/${String(index)}`}
                  clock={clock}
                  onChange={(next) => setClock(index, next)}
                  onRemove={() => setClock(index, undefined)}
                />
              ))}
              <Button
                variant="default"
                onClick={() => change({ ...stage, clocks: [...stage.clocks, NEW_CLOCK] })}
              >
                {t('setup:addClock')}
              </Button>
            </Stack>
          </Fieldset>
          <Button type="submit">{t('setup:take')}</Button>
        </Stack>
      </form>
    </Modal>
  );
}
