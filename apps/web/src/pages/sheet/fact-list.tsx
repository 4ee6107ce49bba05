import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { useMe } from '../../session/session';
import styles from './sheet.module.css';

/** A fact as figures name it; of a record the id alone. */
type Named = Readonly<Record<string, unknown>>;
const textOf = (fact: Named, name: string): string | undefined => {
  const value = fact[name];
  return typeof value === 'string' ? value : undefined;
};

/** Facts behind a number: what, when it happened, when it was recorded; a correction says so. */
export function FactList({ facts }: { readonly facts: readonly Named[] }) {
  const { t } = useTranslation('sheet');
  const days = useDays();
  const word = useWords();
  const me = useMe();
  return (
    <ul className={styles.facts}>
      {facts.map((fact) => {
        const [kind, happened, recorded, journey] = ['kind', 'happenedOn', 'recordedAt', 'journey'].map(
          (name) => textOf(fact, name),
        );
        const id = textOf(fact, 'fact') ?? textOf(fact, 'id') ?? '';
        return (
          <li key={id}>
            {kind === undefined ? t('record', { id }) : word('commands', kind)}
            {happened === undefined ? '' : ` · ${days.day(happened)}`}
            {recorded === undefined ? null : (
              <span className="soft"> · {t('recorded', { at: days.instant(recorded) })}</span>
            )}
            {fact.supersedes === undefined ? null : <span className="soft"> · {t('corrects')}</span>}
            {journey === undefined || !me.actions.has('journey.read') ? null : (
              <>
                {' · '}
                <Link to={`/journeys/${journey}`}>{journey}</Link>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
