import type { CohortLine } from '../../api/cohort';
import type { WordGroup } from '../../i18n/words';
import { nameText } from '../../shared/person-name';
import { cellOf, type MilestoneCode } from './milestones';

type Rows = readonly (readonly string[])[];

/** The matrix as text: a head, then a row for each person with the days of what is done or due. */
export const plainRows = (
  lines: readonly CohortLine[],
  milestones: readonly MilestoneCode[],
  head: { readonly person: string; readonly stage: string },
  word: (group: WordGroup, code: string) => string,
): Rows => [
  [head.person, head.stage, ...milestones.map((code) => word('milestones', code))],
  ...lines.map((line) => [
    nameText(line.name, line.person),
    word('stages', line.stage),
    ...milestones.map((code) => cellOf(line, code).day ?? ''),
  ]),
];

/** What a spreadsheet would take for a formula is text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** For the clipboard: spreadsheets paste tabs as columns. */
export const tabs = (rows: Rows): string =>
  rows.map((row) => row.map((text) => harmless(text).replaceAll(/[\t\r\n]/g, ' ')).join('\t')).join('\n');

/** For a file: quoted, with semicolons, and a mark by which spreadsheets know UTF-8. */
export const semicolons = (rows: Rows): string =>
  `\uFEFF${rows
    .map((row) => row.map((text) => `"${harmless(text).replaceAll('"', '""')}"`).join(';'))
    .join('\r\n')}`;
