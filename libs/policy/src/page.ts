import { ROLES } from '@lotse/domain';
import { ACTIONS } from './actions';
import { FACT_TOPICS, FIELD_TOPICS, FIELD_TOPICS_OF_KIND, RECORD_TOPICS, STATE_TOPICS } from './field-topics';
import { OPENINGS } from './openings';
import { RELATIONS } from './relation';
import type { PolicyRow } from './table/policy-row';
import { POLICY } from './table/policy-table';
import { TOPICS, type Topic } from './topics';

const cell = (words: readonly string[]): string => (words.length === 0 ? '–' : words.join(', '));

/** Where all of something is meant, the page says so. */
const relations = ({ on }: PolicyRow): string => (on.length === RELATIONS.length ? 'any' : cell(on));
const actions = ({ may }: PolicyRow): string => {
  const left = ACTIONS.filter((action) => !may.includes(action));
  return left.length < 12 ? `everything but ${cell(left)}` : cell(may);
};
const topics = ({ sees }: PolicyRow): string => {
  const all = Object.keys(TOPICS) as Topic[];
  const left = all.filter((topic) => !sees.includes(topic));
  return left.length > 0 && left.length < 3 ? `everything but ${cell(left)}` : cell(sees);
};

function row(one: PolicyRow): string {
  const when = one.opens === undefined ? '' : OPENINGS[one.opens];
  const own = one.ownSide === true ? 'own side only' : '';
  const purpose = one.purpose === undefined ? '' : `while ${one.purpose} is not withdrawn`;
  const limits = [one.duty === undefined ? '' : `named for ${one.duty}`, when, purpose, own].filter(
    (word) => word !== '',
  );
  return `| ${relations(one)} | ${actions(one)} | ${topics(one)} | ${cell(limits)} | ${one.because} |`;
}

/** Everything that is about a topic: state members, kinds of facts, fields. */
function fieldsOf(topic: Topic): string {
  const members = Object.entries(STATE_TOPICS).flatMap(([name, about]) => {
    if (typeof about === 'string') return about === topic ? [name] : [];
    return Object.entries(about).flatMap(([part, of]) => (of === topic ? [`${name}.${part}`] : []));
  });
  const kinds = Object.entries(FACT_TOPICS).flatMap(([kind, about]) => (about === topic ? [kind] : []));
  const fields = [
    ...Object.entries(FIELD_TOPICS).flatMap(([field, about]) => (about === topic ? [field] : [])),
    ...Object.entries(FIELD_TOPICS_OF_KIND).flatMap(([kind, own]) =>
      Object.entries(own).flatMap(([field, about]) => (about === topic ? [`${kind}.${field}`] : [])),
    ),
    ...Object.entries(RECORD_TOPICS).flatMap(([type, { topic: about, fields: own = {} }]) => [
      ...(about === topic ? [`record ${type}`] : []),
      ...Object.entries(own).flatMap(([field, of]) => (of === topic ? [`${type}.${field}`] : [])),
    ]),
  ];
  return `| ${topic} | ${TOPICS[topic]} | ${cell(members)} | ${cell(kinds)} | ${cell(fields)} |`;
}

/** docs/policy.md: the policy table for people. */
export function policyPage(): string {
  const roles = ROLES.filter((role) => POLICY.some((one) => one.role === role));
  return [
    '# Who may do and see what',
    '',
    'Written by `npm run gen:policy` from `libs/policy/src/table`; a test compares. What no row allows is refused. How it is enforced: [ADR 0008](adr/0008-policy.md).',
    '',
    'Relations, the closest first: `own` (the person), `assigned` (mentor, assessor, scoped link), `organisation` (company, university or municipality of the journey), `programme`, `none`. Rows of one role add up. Topics are explained below.',
    '',
    ...roles.flatMap((role) => [
      `## ${role}`,
      '',
      '| Where one stands | May | Sees | Only | Because |',
      '|---|---|---|---|---|',
      ...POLICY.filter((one) => one.role === role).map(row),
      '',
    ]),
    '## Topics',
    '',
    '| Topic | What it is | In the state | Facts | Fields |',
    '|---|---|---|---|---|',
    ...(Object.keys(TOPICS) as Topic[]).map(fieldsOf),
    '',
  ].join('\n');
}
