import type { Deviation, Journeys, ProjectionOptions, ProjectionReport } from '@lotse/journeys';
import { onDatabase } from '../lotse/on-database';
import type { HomeOption } from '../lotse/settings';
import { printJson, printLine } from '../output/print';

export interface ProjectionCallOptions extends HomeOption {
  readonly programme?: string;
  readonly stale?: boolean;
  readonly json?: boolean;
}

type Look = (journeys: Journeys, options: ProjectionOptions) => AsyncGenerator<Deviation, ProjectionReport>;

/** Looks at every journey, tells on a terminal how many so far, prints those that differ and how many there were. */
export async function runProjections(options: ProjectionCallOptions, look: Look): Promise<ProjectionReport> {
  const { programme, stale, json } = options;
  const deviations: Deviation[] = [];
  const report = await onDatabase(options, async ({ journeys }, status) => {
    const found = look(journeys, {
      ...(programme === undefined ? {} : { programme }),
      ...(stale === undefined ? {} : { stale }),
      onProgress: (looked) => status.show(`${looked} journeys looked at`),
    });
    for (;;) {
      const next = await found.next();
      if (next.done === true) return next.value;
      deviations.push(next.value);
    }
  });
  if (json === true) await printJson({ ...report, deviations });
  else {
    for (const { journey, parts } of deviations) await printLine(`journey ${journey}: ${parts.join(', ')}`);
    await printLine(
      `${report.journeys} journeys, ${report.deviating} with rows that were not what their facts give`,
    );
  }
  return report;
}
