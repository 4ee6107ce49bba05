import {
  COMMAND_WORDS,
  COMMANDS,
  GUARDS,
  type CommandName,
  type CommandRule,
  type Field,
} from '@lotse/domain';

/** Headings of docs/commands.md with the commands that stand below each; the test sees to it that none is left out. */
const SECTIONS: readonly (readonly [heading: string, names: readonly CommandName[]])[] = [
  [
    'Nomination, consent, selection',
    [
      'nominate',
      'answer-nomination',
      'resend-nomination',
      'cancel-nomination',
      'give-consent',
      'withdraw-consent',
      'score',
      'decide-selection',
    ],
  ],
  [
    'Self-commitment',
    [
      'issue-commitment',
      'read-commitment',
      'sign-commitment',
      'refuse-commitment',
      'countersign-commitment',
      'withdraw-commitment',
      'waive-commitment',
    ],
  ],
  [
    'Placement and internship',
    [
      'reserve-placement',
      'agree-placement',
      'opt-in',
      'cancel-placement',
      'sign-agreement',
      'amend-placement',
      'arrive',
      'record-insurance',
      'record-housing',
      'start-internship',
      'interrupt-placement',
      'resume-placement',
      'end-placement',
      'confirm-month',
      'contest-month',
      'evaluate',
      'waive-evaluation',
      'recommend',
      'override-recommendation',
    ],
  ],
  [
    'Title, recognition, language',
    [
      'choose-route',
      'record-title-step',
      'confirm-deemed-consent',
      'grant-title',
      'refuse-title',
      'file-title',
      'end-title',
      'record-recognition-step',
      'decide-recognition',
      'record-degree',
      'plan-language',
      'book-exam',
      'record-exam',
    ],
  ],
  [
    'Studies, contract, work',
    [
      'leave-for-studies',
      'prepare-contract',
      'offer-contract',
      'sign-contract',
      'decline-contract',
      'retract-contract',
      'amend-contract',
      'start-work',
      'end-employment',
      'record-registration',
      'record-bank',
      'record-notice',
      'record-title-copy',
    ],
  ],
  ['Integration and retention', ['plan-integration', 'check-in', 'close-integration', 'record-retention']],
  [
    'Fairness, contact, participation, family',
    [
      'state-no-fees',
      'record-cost',
      'repay-cost',
      'inform',
      'complain',
      'answer-complaint',
      'record-contact-attempt',
      'record-participation',
      'record-dependant',
    ],
  ],
  [
    'Stage, status, clocks, repair',
    [
      'advance',
      'reverse',
      'hold',
      'resume',
      'withdraw',
      'close',
      'reopen',
      'stop-clock',
      'resume-clock',
      'extend-clock',
      'migrate-template',
      'merge-person',
      'correct',
      'void',
      'fire-clock',
    ],
  ],
];

/** What a field takes, in a few words. */
function kindOf(field: Field): string {
  switch (field.kind) {
    case 'id':
      return `id of ${/^[aeiou]/.test(field.of) ? 'an' : 'a'} ${field.of}`;
    case 'code':
      return field.values.map((value) => `\`${value}\``).join(', ');
    case 'number':
      return `${field.min} to ${field.max}${field.step === undefined ? '' : ` in steps of ${field.step}`}`;
    case 'list':
      return `list of ${kindOf(field.of)}${field.min ? `, at least ${field.min}` : ''}`;
    case 'object':
      return Object.entries(field.fields)
        .map(([name, of]) => `${name}: ${kindOf(of)}`)
        .join('; ');
    case 'text':
      return 'text, sealed';
    case 'changes':
      return 'the fields that change';
    default:
      return field.kind;
  }
}

const guardLine = (code: string): string => `- \`${code}\`: ${GUARDS.get(code)?.text ?? ''}`;

function commandText(name: CommandName): string {
  const rule: CommandRule = COMMANDS[name];
  const fields = Object.entries(rule.fields).map(
    ([field, kind]) => `| \`${field}\`${kind.optional ? '?' : ''} | ${kindOf(kind)} |`,
  );
  const guards = [...(rule.after ?? []), ...(rule.guards ?? [])];
  const notes = [
    ...(rule.correctable ? [] : ['It is reversed or voided, not corrected.']),
    ...(rule.whenClosed === true ? ['A closed journey takes it too.'] : []),
  ];
  return [
    `### ${name}`,
    '',
    [COMMAND_WORDS[name], `By ${rule.by.join(', ')}.`, ...notes].join(' '),
    '',
    ...(fields.length === 0 ? ['No data.'] : ['| Data | |', '|---|---|', ...fields]),
    ...(guards.length === 0 ? [] : ['', 'Asks for:', ...guards.map(guardLine)]),
    '',
  ].join('\n');
}

/** Commands of the sections, in the order of the document. */
export const documented: readonly string[] = SECTIONS.flatMap(([, names]) => names);

/** The whole of docs/commands.md. */
export const commandsDocument = (): string =>
  [
    '# Commands',
    '',
    'Every command that a journey takes: who gives it, what its `data` carries (`?` = may be left out), what must hold.',
    'Generated from the tables in `libs/domain/src/commands`; `node -r ./libs/testing/run-source.js test/domain/write-commands-doc.main.ts` writes it anew.',
    'Which guards each stage asks for stands in [domain.md](domain.md) §3.5. Days are calendar days in the time zone of the programme.',
    '',
    'The failure of a company (`fail-organisation` in domain.md) is no command of one journey: it is a preview of ordinary commands',
    'for each journey concerned (`end-placement` or `cancel-placement`, `end-employment`, `retract-contract`), which are then given one by one.',
    '',
    ...SECTIONS.flatMap(([heading, names]) => [`## ${heading}`, '', ...names.map(commandText)]),
  ]
    .join('\n')
    .trimEnd() + '\n';
