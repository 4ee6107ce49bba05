import { Button, Checkbox, Fieldset, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { ClockFields } from './clock-fields';
import type { Clock, Stage, Template } from './setup-queries';
import styles from './setup.module.css';

interface Props {
  readonly template: Template;
  readonly stage: Stage;
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

/** Guards that the words of the reader's language know; those of the stage stand among them even if they do not. */
function useGuards(own: readonly string[]): readonly string[] {
  const { i18n } = useTranslation();
  const known: unknown = i18n.getResource(i18n.language, 'words', 'guards');
  return [...new Set([...own, ...Object.keys(Object(known))])];
}

const toggled = (list: readonly string[], item: string, on: boolean): string[] =>
  on ? [...list, item] : list.filter((one) => one !== item);

/** One stage as a form: its names, what it asks for, where it leads, its deadlines. */
export function StageEditor({ template, stage: before, onDone, onClose }: Props) {
  const { t } = useTranslation(['setup', 'common']);
  const word = useWords();
  const [stage, change] = useState(before);
  const guards = useGuards(before.guards);
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
      title={t('setup:editStage', { stage: word('stages', stage.code) })}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Group grow>
            {(['de', 'en'] as const).map((language) => (
              <TextInput
                key={language}
                label={t(`setup:name.${language}`)}
                required
                withAsterisk={false}
                value={stage.name[language]}
                onChange={({ currentTarget }) =>
                  change({ ...stage, name: { ...stage.name, [language]: currentTarget.value } })
                }
              />
            ))}
          </Group>
          <Fieldset legend={t('setup:guards')}>
            <div className={styles.choices} tabIndex={0} role="group" aria-label={t('setup:guards')}>
              {guards.map((code) => (
                <Checkbox
                  key={code}
                  label={word('guards', code)}
                  checked={stage.guards.includes(code)}
                  onChange={({ currentTarget }) =>
                    change({ ...stage, guards: toggled(stage.guards, code, currentTarget.checked) })
                  }
                />
              ))}
            </div>
          </Fieldset>
          <Fieldset legend={t('setup:exits')}>
            <div className={styles.choices} tabIndex={0} role="group" aria-label={t('setup:exits')}>
              {template.stages
                .filter(({ code }) => code !== stage.code)
                .map(({ code }) => (
                  <Checkbox
                    key={code}
                    label={word('stages', code)}
                    checked={stage.exits.includes(code)}
                    onChange={({ currentTarget }) =>
                      change({ ...stage, exits: toggled(stage.exits, code, currentTarget.checked) })
                    }
                  />
                ))}
            </div>
          </Fieldset>
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
