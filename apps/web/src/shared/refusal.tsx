import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { Unmet } from '../api/problem';
import { useWords } from '../i18n/words';
import { useGuardText } from './guard-text';
import styles from './refusal.module.css';

interface Guide {
  readonly unmet: readonly Unmet[];
  readonly title?: string;
  /** What stands beside the title, such as the day by which it is due. */
  readonly beside?: ReactNode;
  /** The act that mends one of them, such as a button; nothing where there is none. */
  readonly act?: (unmet: Unmet) => ReactNode;
}

/** Every unmet guard in words, who can meet it, and the act that does. */
export function RefusalGuide({ unmet, title, beside, act }: Guide) {
  const { t } = useTranslation('common');
  const word = useWords();
  const text = useGuardText();
  return (
    <div className={styles.guide} role="alert">
      <strong>{title ?? t('refusal.title')}</strong> {beside}
      <ul>
        {unmet.map((one) => (
          <li key={`${one.guard}/${one.remedy}`}>
            <div>
              <span title={one.guard}>{text(one)}</span>
              {one.who.length > 0 ? (
                <span className="soft">
                  {' '}
                  ·{' '}
                  {t('refusal.by', {
                    count: one.who.length,
                    who: one.who.map((role) => word('roles', role)).join(', '),
                  })}
                </span>
              ) : null}
            </div>
            {act?.(one)}
          </li>
        ))}
      </ul>
    </div>
  );
}
