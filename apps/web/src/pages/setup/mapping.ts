import type { CohortLine } from '../../api/cohort';
import type { Mapping, Template } from './setup-queries';

/** A stage in which somebody is who would come along, and how many. */
export interface Standing {
  readonly stage: string;
  readonly count: number;
}

/** Where those stand who are under another template: the stages that have to lead somewhere. */
export function standingOf(
  lines: readonly Pick<CohortLine, 'stage' | 'status' | 'template'>[],
  target: string,
): readonly Standing[] {
  const counts = new Map<string, number>();
  for (const { stage, status, template } of lines)
    if (template !== target && (status === 'open' || status === 'on-hold'))
      counts.set(stage, (counts.get(stage) ?? 0) + 1);
  return [...counts].map(([stage, count]) => ({ stage, count }));
}

/** Where a stage leads: as was chosen, else to the stage of the same code; undefined where nobody goes along. */
export const leadsTo = (
  stage: string,
  chosen: Mapping,
  { stages }: Pick<Template, 'stages'>,
): string | undefined => {
  const to = chosen[stage] ?? stage;
  return stages.some(({ code }) => code === to) ? to : undefined;
};

/** What was chosen and says more than that a stage keeps its code. */
export const given = (chosen: Mapping): Mapping =>
  Object.fromEntries(Object.entries(chosen).filter(([from, to]) => from !== to && to !== ''));
