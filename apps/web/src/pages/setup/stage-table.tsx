import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { useClockText } from './clock-text';
import type { Stage, Template } from './setup-queries';
import styles from './setup.module.css';

interface Props {
  readonly template: Template;
  /** Opens the form of a stage; absent: the template is only read. */
  readonly onEdit?: (stage: Stage) => void;
}

/** Stages with what they ask for, where they lead and their deadlines, in sentences. */
export function StageTable({ template, onEdit }: Props) {
  const { t, i18n } = useTranslation('setup');
  const word = useWords();
  const clock = useClockText();
  const nameOf = (code: string): string => {
    const stage = template.stages.find((one) => one.code === code);
    return stage === undefined ? code : i18n.language === 'de' ? stage.name.de : stageWord(stage);
  };
  const stageWord = ({ code, name }: Stage): string => {
    const known = word('stages', code);
    return known === code || i18n.language === 'en' ? name.en : known;
  };
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('stages')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('stage')}</th>
            <th>{t('guards')}</th>
            <th>{t('exits')}</th>
            <th>{t('clocks')}</th>
            {onEdit === undefined ? null : <th aria-label={t('edit')} />}
          </tr>
        </thead>
        <tbody>
          {template.stages.map((stage) => (
            <tr key={stage.code}>
              <th scope="row" title={stage.code}>
                {nameOf(stage.code)}
              </th>
              <td>
                <ul>
                  {stage.guards.map((code) => (
                    <li key={code} title={code}>
                      {word('guards', code)}
                    </li>
                  ))}
                </ul>
                {stage.unless === undefined ? null : (
                  <p className="soft">{t('unless', { guard: word('guards', stage.unless) })}</p>
                )}
              </td>
              <td>{stage.exits.map(nameOf).join(', ')}</td>
              <td>
                <ul>
                  {stage.clocks.map((one) => (
                    <li key={one.code} title={one.code}>
                      {clock(one)}
                    </li>
                  ))}
                </ul>
              </td>
              {onEdit === undefined ? null : (
                <td>
                  <Button size="compact-sm" variant="light" onClick={() => onEdit(stage)}>
                    {t('editStage', { stage: nameOf(stage.code) })}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
