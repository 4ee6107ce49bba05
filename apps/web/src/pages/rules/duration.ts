import { useTranslation } from 'react-i18next';

const PARTS = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;
const NAMES = ['years', 'months', 'weeks', 'days'] as const;

/** The parts of an ISO 8601 duration by name; none for one that is something else. */
export const partsOf = (
  duration: string,
): readonly { readonly name: (typeof NAMES)[number]; readonly count: number }[] =>
  (PARTS.exec(duration) ?? []).slice(1).flatMap((count, index) => {
    const name = NAMES[index];
    return count === undefined || name === undefined ? [] : [{ name, count: Number(count) }];
  });

/** `3 weeks` for `P3W`, in the reader's language. */
export function useDuration(): (duration: string) => string {
  const { t } = useTranslation('rules');
  return (duration) => {
    const parts = partsOf(duration);
    if (parts.length === 0) return duration;
    return parts.map(({ name, count }) => t(`durations.${name}`, { count })).join(' ');
  };
}
