import { COLUMN_NOTES } from '../catalogue';
import { PURPOSES, type ColumnNote, type Purpose, type Subject } from '../column-note';
import { DATA_CLASSES, STARTS, type DataClass } from '../data-class';
import { NOTICE, tableText } from './page-text';

const SUBJECTS: Readonly<Record<Subject, string>> = {
  candidate: 'candidates',
  account: 'people with an account',
  contact: 'people who get mails or links',
  complainant: 'people who complain',
  none: 'nobody',
};

/** Who is told what, by purpose: what the software does by itself, before any contract of the operator. */
const RECIPIENTS: Readonly<Record<Purpose, string>> = {
  placement:
    'coordinators; companies, mentors, universities and municipalities as docs/policy.md opens to each; the person',
  proof: 'auditors under ids; funders as figures',
  access: 'administrators',
  mail: 'the mail server that `SMTP_URL` names',
  accountability: 'the data-protection lead; the person',
  complaint: 'those named for complaints; the data-protection lead',
  operation: 'administrators',
};

interface Cell extends ColumnNote {
  readonly table: string;
}

const cells = (): Cell[] =>
  Object.entries(COLUMN_NOTES).flatMap(([table, columns]) =>
    Object.values(columns)
      .filter(({ subject }) => subject !== 'none')
      .map((note) => ({ table, ...note })),
  );

const unique = (values: readonly string[]): string => [...new Set(values)].sort().join(', ');

export const periodWords = ({ period, starts }: DataClass): string =>
  period === undefined ? 'no limit' : `${period} after ${STARTS[starts]}`;

function activity(purpose: Purpose): string {
  const own = cells().filter((cell) => cell.purpose === purpose);
  if (own.length === 0) return '';
  const classes = [...new Set(own.map(({ dataClass }) => dataClass))].sort();
  return [
    `## ${PURPOSES[purpose]}`,
    '',
    tableText(
      ['', ''],
      [
        ['Data subjects', unique(own.map(({ subject }) => SUBJECTS[subject]))],
        ['Data (tables)', unique(own.map(({ table }) => `\`${table}\``))],
        ['Recipients', RECIPIENTS[purpose]],
        ...classes.map((name): [string, string] => {
          const dataClass: DataClass = DATA_CLASSES[name];
          return [
            `Kept: ${name}`,
            `${periodWords(dataClass)}. ${dataClass.basis}${dataClass.unverified === true ? ' (not checked)' : ''}`,
          ];
        }),
      ],
    ),
    '',
  ].join('\n');
}

/** The record of processing activities (Art. 30 GDPR), as far as the software can know it. */
export const recordOfProcessing = (): string =>
  [
    '# Record of processing activities (Art. 30 GDPR)',
    '',
    NOTICE,
    '',
    'The operator adds: name and contact of the controller, its representative and data-protection officer; joint controllers among the',
    'partners; processors (hosting, mail); transfers to the partner country with their basis (Chapter V GDPR).',
    '',
    ...(Object.keys(PURPOSES) as Purpose[]).map(activity).filter((part) => part !== ''),
    'Technical and organisational measures: [technical-measures.md](technical-measures.md).',
    '',
  ].join('\n');
