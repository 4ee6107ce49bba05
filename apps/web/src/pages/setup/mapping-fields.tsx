import { Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { leadsTo, type Standing } from './mapping';
import type { Mapping, Template } from './setup-queries';
import { useStageNames } from './stage-names';
import styles from './setup.module.css';

interface Props {
  readonly target: Template;
  /** The template that most are under now, for names of stages that the target does not have. */
  readonly source: Template | undefined;
  readonly standing: readonly Standing[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Where each stage in which somebody is leads under the other template. */
export function MappingFields({ target, source, standing, mapping, onChange }: Props) {
  const { t } = useTranslation('setup');
  const nameOf = useStageNames(target, source);
  if (standing.length === 0) return null;
  return (
    <section aria-labelledby="mapping">
      <h3 id="mapping">{t('mapping')}</h3>
      <p className="soft">{t('mappingHelp')}</p>
      <dl className={styles.mapping}>
        {standing.map(({ stage, count }) => (
          <div key={stage}>
            <dt>
              {nameOf(stage)} <span className="soft">({count})</span>
            </dt>
            <dd>
              <Input
                component="select"
                aria-label={t('leadsTo', { stage: nameOf(stage) })}
                value={leadsTo(stage, mapping, target) ?? ''}
                onChange={({ currentTarget }) => onChange({ ...mapping, [stage]: currentTarget.value })}
              >
                {leadsTo(stage, mapping, target) === undefined ? (
                  <option value="">{t('nowhere')}</option>
                ) : null}
                {target.stages.map(({ code }) => (
                  <option key={code} value={code}>
                    {nameOf(code)}
                  </option>
                ))}
              </Input>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
