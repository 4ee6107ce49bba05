import type { CohortLine } from '../api/cohort';
import type { Filters } from './filters';
import { latinOf } from './latin';
import { nameText } from './person-name';

const is = (wanted: string | undefined, value: string): boolean => wanted === undefined || wanted === value;

/** Whether a line is let through by every filter that is set. */
export const matches = (
  line: CohortLine,
  { find, stage, status, university, company, late }: Filters,
): boolean =>
  latinOf(`${nameText(line.name, line.person)} ${line.id}`).includes(latinOf(find ?? '')) &&
  is(stage, line.stage) &&
  is(status, line.status) &&
  is(university, line.university) &&
  (company === undefined || line.companies.includes(company)) &&
  (late === undefined || line.tasks.some(({ overdue }) => overdue));
