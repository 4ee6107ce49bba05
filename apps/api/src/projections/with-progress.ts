/** Tells how many were looked at so far. */
export interface Progress {
  readonly looked: number;
}

type Run<Row, Report> = (onProgress: (looked: number) => void) => AsyncGenerator<Row, Report>;

/**
 * The rows of a long run, a line of progress after every so many that were looked at, and its report as the last one: a run that
 * finds nothing would be silent for minutes otherwise. When its reader goes away the run ends at the next one it looks at.
 */
export async function* withProgress<Row extends object, Report extends object>(
  run: Run<Row, Report>,
  every: number,
): AsyncGenerator<Row | Progress | Report> {
  let looked = 0;
  let left = false;
  let wake = (): void => undefined;
  const rows = run((count) => {
    if (left) throw new Error('Nobody reads this run any more');
    looked = count;
    if (count % every === 0) wake();
  });
  let next = rows.next();
  try {
    for (;;) {
      const progress = new Promise<'progress'>((resolve) => (wake = () => resolve('progress')));
      const answer = await Promise.race([next, progress]);
      if (answer === 'progress') {
        yield { looked };
        continue;
      }
      yield answer.value;
      if (answer.done === true) return;
      next = rows.next();
    }
  } finally {
    left = true;
    next.catch(() => undefined);
  }
}
