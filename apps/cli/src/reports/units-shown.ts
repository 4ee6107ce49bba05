import type { Lotse } from '../lotse/open-lotse';

/** Units of figures that the shell shows are on record as those that are read over HTTP. */
export const unitsShown = (
  { audit }: Pick<Lotse, 'audit'>,
  action: 'sheet.units' | 'sheet.read' | 'report.read' | 'evidence.sample' | 'room.read',
  programme: string,
  units: readonly string[],
  named: readonly string[] = [],
): Promise<void> =>
  audit.append({
    at: new Date().toISOString(),
    who: 'administrator',
    entrance: 'shell',
    action,
    outcome: 'done',
    programme,
    subjects: [...named, ...new Set(units.map((unit) => `unit/${unit}`))],
    count: units.length,
  });
