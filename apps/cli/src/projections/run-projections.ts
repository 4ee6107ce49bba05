import type {
  Deviation,
  FigureDeviation,
  FigureReport,
  Journeys,
  ProjectionOptions,
  ProjectionReport,
} from '@lotse/journeys';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { printJson, printLine } from '../output/print';

export interface ProjectionCallOptions extends HomeOption {
  readonly programme?: string;
  readonly stale?: boolean;
  readonly json?: boolean;
}

type Walk<Row, Report> = (journeys: Journeys, options: ProjectionOptions) => AsyncGenerator<Row, Report>;

interface Looks {
  readonly journeys: Walk<Deviation, ProjectionReport>;
  readonly figures: Walk<FigureDeviation, FigureReport>;
}

async function drained<Row, Report>(
  rows: AsyncGenerator<Row, Report>,
): Promise<{ readonly report: Report; readonly found: readonly Row[] }> {
  const found: Row[] = [];
  for (;;) {
    const next = await rows.next();
    if (next.done === true) return { report: next.value, found };
    found.push(next.value);
  }
}

/** Looks at every journey and at the figures of every person, tells on a terminal how far it is, and prints what differs. */
export async function runProjections(
  { programme, stale, json, ...home }: ProjectionCallOptions,
  look: Looks,
): Promise<{ readonly deviating: number }> {
  const chosen = {
    ...(programme === undefined ? {} : { programme }),
    ...(stale === undefined ? {} : { stale }),
  };
  const [journeys, figures] = await onDatabase(home, async (lotse, status) => {
    const telling = (what: string): ProjectionOptions => ({
      ...chosen,
      onProgress: (looked) => status.show(`${looked} ${what} looked at`),
    });
    return [
      await drained(look.journeys(lotse.journeys, telling('journeys'))),
      await drained(look.figures(lotse.journeys, telling('persons'))),
    ] as const;
  });
  if (json === true)
    await printJson({
      ...journeys.report,
      deviations: journeys.found,
      figures: { ...figures.report, deviations: figures.found },
    });
  else {
    for (const { journey, parts } of journeys.found)
      await printLine(`journey ${journey}: ${parts.join(', ')}`);
    for (const { person, programme: where, rows } of figures.found)
      await printLine(`person ${person} in ${where}: ${rows} rows of figures`);
    await printLine(
      `${journeys.report.journeys} journeys, ${journeys.report.deviating} with rows that were not what their facts give`,
    );
    await printLine(
      `${figures.report.persons} persons, ${figures.report.deviating} with figures that were not what a recount gives`,
    );
  }
  return { deviating: journeys.report.deviating + figures.report.deviating };
}
