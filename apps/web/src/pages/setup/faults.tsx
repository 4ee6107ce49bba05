import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import type { TemplateFault } from './setup-queries';
import styles from './setup.module.css';

interface Props {
  readonly faults: readonly TemplateFault[];
  readonly nameOf: (stage: string) => string;
  /** Opens the form of a stage; undefined for one that is not there. */
  readonly openerOf: (stage: string) => (() => void) | undefined;
}

/** What is wrong with a draft in the reader's language, each with the way to the form that mends it. */
export function Faults({ faults, nameOf, openerOf }: Props) {
  const { t } = useTranslation('setup');
  const word = useWords();
  if (faults.length === 0) return null;
  const named = (about: TemplateFault['about']): Record<string, string> => ({
    ...about,
    ...(about.stage === undefined ? {} : { stage: nameOf(about.stage) }),
    ...(about.exit === undefined ? {} : { exit: nameOf(about.exit) }),
    ...(about.clock === undefined ? {} : { clock: word('clocks', about.clock) }),
    ...(about.guard === undefined ? {} : { guard: word('guards', about.guard) }),
    ...(about.command === undefined ? {} : { command: word('commands', about.command) }),
  });
  return (
    <div role="status" aria-label={t('faultsTitle')}>
      <ul className={styles.faults}>
        {faults.map(({ code, about, text }) => {
          const open = about.stage === undefined ? undefined : openerOf(about.stage);
          return (
            <li key={text} title={text}>
              <span>{t(`faults.${code}`, { ...named(about), defaultValue: text })}</span>
              {open === undefined ? null : (
                <Button size="compact-sm" variant="light" onClick={open}>
                  {t('editStage', { stage: nameOf(about.stage ?? '') })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
