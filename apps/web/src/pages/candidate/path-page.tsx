import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { StatusBadge } from '../../shared/badges';
import { useTemplate } from '../../shared/template';
import { OwnJourney } from './own-journey';
import { usePlainStage } from './plain-stage';
import { Todo } from './todo';
import { Way } from './way';
import styles from './candidate.module.css';

/** The languages in which the API words a stage. */
const isWorded = (language: string): language is keyof Journey['wording'] =>
  ['de', 'en', 'ru', 'ky'].includes(language);

function Here({ journey }: { readonly journey: Journey }) {
  const { t, i18n } = useTranslation('candidate');
  const template = useTemplate(journey.template);
  const plain = usePlainStage(template);
  const stages = template?.stages ?? [];
  const at = stages.findIndex(({ code }) => code === journey.stage);
  const next = at < 0 ? undefined : stages[at + 1];
  return (
    <section className={`${styles.part} ${styles.here}`} aria-labelledby="here">
      <h2 id="here">{t('youAreHere')}</h2>
      {journey.status === 'open' ? null : <StatusBadge status={journey.status} />}
      <strong>{journey.wording[isWorded(i18n.language) ? i18n.language : 'de']}</strong>
      {next === undefined || journey.status !== 'open' ? null : (
        <p>
          {t('nextIs')} {plain(next.code)}
        </p>
      )}
    </section>
  );
}

/** The candidate's own way in plain words: where it stands, what comes, who does what. */
export function Page() {
  const { t } = useTranslation('candidate');
  return (
    <OwnJourney title={t('path')}>
      {(journey) => (
        <>
          <Here journey={journey} />
          <Todo journey={journey} />
          <Way journey={journey} />
        </>
      )}
    </OwnJourney>
  );
}
