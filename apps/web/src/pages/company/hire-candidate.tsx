import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../api/types';
import { useDays } from '../../i18n/dates';
import { useWords } from '../../i18n/words';
import type { Placement } from './placements';
import styles from './company.module.css';

/** Who is to be hired, as far as the company may know it. */
export function HireCandidate({
  journey: { state, stage },
  placement,
}: {
  readonly journey: Journey;
  readonly placement: Placement | undefined;
}) {
  const { t } = useTranslation('company');
  const word = useWords();
  const days = useDays();
  const exams = Object.values(state.language.exams);
  const recognised = Object.values(state.recognitions).flatMap(({ result }) => result ?? []);
  const confirmed = Object.values(placement?.months ?? {}).filter((month) => month === 'confirmed').length;
  const degree = state.degreeOn ?? state.studies?.expectedDegreeOn;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('stage'), word('stages', stage)],
    [
      t('degree'),
      degree === undefined
        ? t('unknown')
        : t(state.degreeOn === undefined ? 'degreeExpected' : 'degreeProven', { day: days.day(degree) }),
    ],
    [
      t('language'),
      exams.length === 0
        ? t('unknown')
        : exams
            .map(({ level, result }) =>
              result === undefined ? level : `${level} (${word('codes', result)})`,
            )
            .join(', '),
    ],
    [
      t('recognition'),
      recognised.length === 0 ? t('unknown') : recognised.map((result) => word('codes', result)).join(', '),
    ],
    [t('months'), confirmed],
    [
      t('evaluation'),
      placement?.evaluations.company === undefined ? t('notYet') : days.day(placement.evaluations.company),
    ],
    [
      word('fields', 'recommended'),
      placement?.recommended === undefined ? t('notYet') : t(placement.recommended ? 'yes' : 'no'),
    ],
  ];
  return (
    <section className={styles.panel} aria-labelledby="candidate">
      <h2 id="candidate">{t('candidate')}</h2>
      <dl>
        {rows.map(([label, value]) => (
          <Row key={label} label={label} value={value} />
        ))}
      </dl>
    </section>
  );
}

const Row = ({ label, value }: { readonly label: string; readonly value: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);
