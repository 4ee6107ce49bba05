import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { spanOf } from './duration';
import type { Clock } from './setup-queries';

/** `21 days` in the reader's language; a duration of several units as it is written. */
function useSpanText(): (duration: string) => string {
  const { t } = useTranslation('setup');
  return (duration) => {
    const span = spanOf(duration);
    return span === undefined ? duration : t(`span.${span.unit}`, { count: span.count });
  };
}

/** A clock as a sentence: what, how long after what, with which effect, for whom. */
export function useClockText(): (clock: Clock) => string {
  const { t } = useTranslation('setup');
  const word = useWords();
  const span = useSpanText();
  return ({ code, anchor, after, every, ladder = [], effect, who }) =>
    [
      t('clockText', {
        name: word('clocks', code),
        after: span(after),
        anchor: t(`anchors.${anchor}`),
        effect: t(`effects.${effect}`),
        who: word('roles', who),
      }),
      every === undefined ? undefined : t('everyText', { every: span(every) }),
      ladder.length === 0 ? undefined : t('ladderText', { before: ladder.map(span).join(', ') }),
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
}
