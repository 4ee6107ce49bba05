import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import { Badge, type Tone } from '../../shared/badges';

const PASSED = ['passed', 'full', 'comparable'];
const toneOf = (result: string | undefined): Tone =>
  result === undefined ? 'waiting' : PASSED.includes(result) ? 'done' : 'soon';

/** Exams by level with what became of them, and the level that is wanted. */
export function LanguageAxis({ language: { target, exams } }: Pick<Journey['state'], 'language'>) {
  const { t } = useTranslation('journey');
  const word = useWords();
  const days = useDays();
  const taken = Object.entries(exams);
  if (target === undefined && taken.length === 0) return t('none');
  return (
    <>
      {taken.map(([id, { level, on, result }]) => (
        <div key={id}>
          <Badge tone={toneOf(result)}>
            {level} · {result === undefined ? t('booked') : word('codes', result)}
          </Badge>{' '}
          {days.day(on.on)}
        </div>
      ))}
      {target === undefined ? null : (
        <div>
          {t('target', { level: target.level })}
          {target.by === undefined ? '' : ` · ${t('validTo', { day: days.day(target.by) })}`}
        </div>
      )}
    </>
  );
}

/** Procedures of recognition: decided, or how far they have come. */
export function RecognitionAxis({ recognitions }: Pick<Journey['state'], 'recognitions'>) {
  const { t } = useTranslation('journey');
  const word = useWords();
  const procedures = Object.entries(recognitions);
  if (procedures.length === 0) return t('none');
  return procedures.map(([id, { kind, result }]) => (
    <div key={id}>
      {word('codes', kind)}{' '}
      <Badge tone={toneOf(result)}>{result === undefined ? t('running') : word('codes', result)}</Badge>
    </div>
  ));
}
