import type { Journeys } from '@lotse/journeys';
import { table } from '../output/table';
import { everyJourney } from '../verify/open-journeys';
import type { Verification } from '../verify/verify';

/** Journeys counted by programme, stage and status, and whether their workflows are as they should be. */
export async function stagesText(
  journeys: Journeys,
  { journeys: open, verified, faults }: Verification,
): Promise<string> {
  const wrong = new Set(faults.map(({ journey }) => journey));
  const groups = new Map<string, { row: readonly string[]; count: number; wrong: number }>();
  for await (const { id, programme, stage, phase, status } of everyJourney(journeys)) {
    const key = `${programme} ${stage} ${status}`;
    const group = groups.get(key) ?? { row: [programme, stage, phase, status], count: 0, wrong: 0 };
    groups.set(key, { ...group, count: group.count + 1, wrong: group.wrong + (wrong.has(id) ? 1 : 0) });
  }
  const rows = [...groups.values()].map(({ row, count, wrong: faulty }) => [
    ...row,
    String(count),
    faulty === 0 ? 'verified' : `${faulty} WRONG`,
  ]);
  const head = `Journeys by stage: ${open} are open, ${verified} of them have their workflow at the same version\n\n`;
  return head + table(['programme', 'stage', 'phase', 'status', 'journeys', 'workflows'], rows);
}
