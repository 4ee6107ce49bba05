import styles from './sheet.module.css';

interface Props {
  readonly value: number;
  readonly target: number;
  readonly baseline?: number;
  readonly isReached: boolean;
}

const WIDTH = 1000;
const HEIGHT = 28;

/** What is reached as a bar, the target as a line across it, the baseline as a short dashed one. A text beside it says the same. */
export function TargetBar({ value, target, baseline, isReached }: Props) {
  const most = Math.max(value, target, baseline ?? 0, 1) * 1.05;
  const at = (amount: number): number => (amount / most) * WIDTH;
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={styles.track} x={0} y={6} width={WIDTH} height={16} rx={3} />
      <rect
        className={isReached ? styles.full : styles.part}
        x={0}
        y={6}
        width={at(value)}
        height={16}
        rx={3}
      />
      {baseline === undefined ? null : (
        <line className={styles.from} x1={at(baseline)} x2={at(baseline)} y1={4} y2={24} />
      )}
      <line className={styles.aim} x1={at(target)} x2={at(target)} y1={0} y2={HEIGHT} />
    </svg>
  );
}
