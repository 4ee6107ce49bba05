import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { figuresQuery, type FigureLine, type Moment } from '../../api/sheet';
import { useDays } from '../../i18n/dates';
import { Empty, Loaded } from '../../shared/states';
import { numberText, valueOf } from './exact';
import { useFigureName } from './figure-name';
import styles from './sheet.module.css';
import { SuppressedNote } from './suppressed-note';
import { TargetBar } from './target-bar';

type Aim = NonNullable<FigureLine['aims']>[number];
interface Goal {
  readonly line: FigureLine;
  readonly target: Aim;
  readonly baseline?: Aim;
}

/** Each target with the baseline it started from. */
const goalsOf = (lines: readonly FigureLine[]): readonly Goal[] =>
  lines.flatMap((line) =>
    (line.aims ?? [])
      .filter(({ kind }) => kind === 'target')
      .map((target) => {
        const baseline = line.aims?.find(({ kind }) => kind === 'baseline');
        return { line, target, ...(baseline === undefined ? {} : { baseline }) };
      }),
  );

/** At most this much is meant by these; everywhere else more is better. */
const isReached = ({ line, target }: Goal): boolean => {
  if (typeof line.value !== 'string') return false;
  const [is, wanted] = [valueOf(line.value), valueOf(target.value)];
  if (target.qualifier === 'at-most') return is <= wanted;
  return target.qualifier === 'more-than' ? is > wanted : is >= wanted;
};

/** Targets against what is reached: bars to look at, and the same as a table to read and copy. */
export function TargetsView({ moment }: { readonly moment: Moment }) {
  const { t, i18n } = useTranslation('sheet');
  const days = useDays();
  const nameOf = useFigureName();
  const query = useQuery(figuresQuery(moment, {}));
  const text = (exact: string | null | undefined): string => numberText(exact ?? null, i18n.language);
  const state = (goal: Goal): string => (isReached(goal) ? t('reached') : t('notReached'));
  const target = ({ target: { value, qualifier, on } }: Goal): string =>
    [
      qualifier === undefined ? '' : t(`qualifiers.${qualifier}`),
      text(value),
      t('byDay', { day: days.day(on) }),
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <Loaded query={query} lines={6}>
      {({ lines, threshold }) => {
        const goals = goalsOf(lines);
        if (goals.length === 0)
          return <Empty icon="chart" title={t('noTargets')} text={t('noTargetsHelp')} />;
        return (
          <>
            <ul className={styles.goals}>
              {goals.map((goal) => (
                <li key={`${goal.line.indicator}/${goal.target.on}`}>
                  <div className={styles.goalHead}>
                    <strong>{nameOf(goal.line.indicator)}</strong>
                    {goal.line.state === 'suppressed' ? (
                      <SuppressedNote {...(threshold === undefined ? {} : { threshold })} />
                    ) : (
                      <span className="number">
                        {t('reachedOf', { value: text(goal.line.value), target: target(goal) })} ·{' '}
                        {state(goal)}
                      </span>
                    )}
                  </div>
                  {typeof goal.line.value === 'string' ? (
                    <TargetBar
                      value={valueOf(goal.line.value)}
                      target={valueOf(goal.target.value)}
                      isReached={isReached(goal)}
                      {...(goal.baseline === undefined ? {} : { baseline: valueOf(goal.baseline.value) })}
                    />
                  ) : null}
                </li>
              ))}
            </ul>
            <details className={styles.items}>
              <summary>{t('asTable')}</summary>
              <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('targets')}>
                <table className={styles.table}>
                  <thead>
                    <tr>
                      <th scope="col">{t('figure')}</th>
                      <th scope="col">{t('baseline')}</th>
                      <th scope="col">{t('value')}</th>
                      <th scope="col">{t('target')}</th>
                      <th scope="col">{t('state')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {goals.map((goal) => (
                      <tr key={`${goal.line.indicator}/${goal.target.on}`}>
                        <th scope="row">{nameOf(goal.line.indicator)}</th>
                        <td>{text(goal.baseline?.value)}</td>
                        <td>{text(goal.line.value)}</td>
                        <td>{target(goal)}</td>
                        <td>{goal.line.state === 'suppressed' ? '–' : state(goal)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </details>
          </>
        );
      }}
    </Loaded>
  );
}
