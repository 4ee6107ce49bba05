import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { useClockText } from './clock-text';
import type { Stage, Template } from './setup-queries';
import { StageMenu, type StageActs } from './stage-menu';
import { useStageNames } from './stage-names';
import styles from './setup.module.css';

interface Props {
  readonly template: Template;
  /** Opens the form of a stage; absent: the template is only read. */
  readonly onEdit?: (stage: Stage) => void;
  /** What else can be done with a stage. */
  readonly acts?: (stage: Stage) => StageActs;
}

/** Stages with what they ask for, where they lead and their deadlines, in sentences. */
export function StageTable({ template, onEdit, acts }: Props) {
  const { t } = useTranslation('setup');
  const word = useWords();
  const clock = useClockText();
  const nameOf = useStageNames(template);
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('stages')}>
      <table className={`${styles.table} ${styles.stages}`}>
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
          {template.stages.map((stage, index) => (
            <tr key={stage.code}>
              <th scope="row" title={stage.code}>
                {nameOf(stage.code)}
                {stage.final === true ? <p className="soft">{t('isFinal')}</p> : null}
              </th>
              <td data-label={t('guards')}>
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
              <td data-label={t('exits')}>{stage.exits.map(nameOf).join(', ')}</td>
              <td data-label={t('clocks')}>
                <ul>
                  {stage.clocks.map((one) => (
                    <li key={one.code} title={one.code}>
                      {clock(one)}
                    </li>
                  ))}
                </ul>
              </td>
              {onEdit === undefined ? null : (
                <td className={styles.rowActs}>
                  <Button
                    size="compact-sm"
                    variant="light"
                    aria-label={t('editStage', { stage: nameOf(stage.code) })}
                    onClick={() => onEdit(stage)}
                  >
                    {t('edit')}
                  </Button>
                  {acts === undefined ? null : (
                    <StageMenu
                      name={nameOf(stage.code)}
                      isFirst={index === 0}
                      isLast={index === template.stages.length - 1}
                      {...acts(stage)}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
