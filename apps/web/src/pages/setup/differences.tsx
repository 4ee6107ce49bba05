import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { Empty } from '../../shared/states';
import { changesOf, type Change } from './changes';
import { useClockText } from './clock-text';
import type { Clock, Template } from './setup-queries';
import { useStageNames } from './stage-names';
import styles from './setup.module.css';

const isClock = (value: unknown): value is Clock =>
  typeof value === 'object' && value !== null && 'anchor' in value;
const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Everything that a version has otherwise than the one before, stage by stage, in words. */
export function Differences({ before, after }: { readonly before: Template; readonly after: Template }) {
  const { t } = useTranslation('setup');
  const word = useWords();
  const clock = useClockText();
  const nameOf = useStageNames(after, before);
  const changes = changesOf(before, after);
  const shown = ({ what, field }: Change, value: unknown): string => {
    if (isClock(value)) return clock(value);
    if (what === 'guard' || field === 'unless') return word('guards', plain(value));
    if (what === 'exit' || what === 'stage') return nameOf(plain(value));
    if (field === 'phase') return t(`phases.${plain(value)}`);
    return plain(value);
  };
  const whatOf = ({ what, field = '' }: Change): string =>
    what === 'field' ? t(`fields.${field}`, { defaultValue: field }) : t(`kinds.${what}`);
  if (changes.length === 0) return <Empty icon="check" title={t('same')} />;
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('differences')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('stage')}</th>
            <th>{t('place')}</th>
            <th>{t('before', { id: before.id })}</th>
            <th>{t('now', { id: after.id })}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={JSON.stringify(change)}>
              <th scope="row">{change.stage === undefined ? t('whole') : nameOf(change.stage)}</th>
              <td>{whatOf(change)}</td>
              <td>{change.before === undefined ? '–' : <del>{shown(change, change.before)}</del>}</td>
              <td>{change.after === undefined ? '–' : <ins>{shown(change, change.after)}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
