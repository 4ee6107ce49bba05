import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { Icon } from '../../shared/icon';
import { useTemplate } from '../../shared/template';
import { usePlainStage } from './plain-stage';
import styles from './candidate.module.css';

/** The whole way as steps in plain words: behind, here, ahead. */
export function Way({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('candidate');
  const days = useDays();
  const template = useTemplate(journey.template);
  const plain = usePlainStage(template);
  const { stage, entered } = journey.state;
  const at = template?.stages.findIndex(({ code }) => code === stage.code) ?? -1;
  return (
    <section className={styles.part} aria-labelledby="way">
      <h2 id="way">{t('way')}</h2>
      <ol className={styles.way}>
        {(template?.stages ?? []).map(({ code }, index) => {
          const now = code === stage.code;
          const passed = !now && index < at && entered[code] !== undefined;
          const on = entered[code];
          return (
            <li
              key={code}
              className={`${styles.step} ${now ? styles.now : ''} ${passed ? styles.passed : ''}`}
              aria-current={now ? 'step' : undefined}
            >
              <span className={styles.mark}>{passed ? <Icon name="check" size={14} /> : null}</span>
              <span>
                {plain(code)}
                {now ? ` – ${t('here')}` : null}
              </span>
              {(passed || now) && on !== undefined ? <span className="soft">{days.day(on)}</span> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
