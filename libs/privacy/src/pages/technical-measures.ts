import { COLUMN_NOTES } from '../catalogue';
import type { EraseMethod } from '../column-note';
import { NOTICE, tableText } from './page-text';

/** What is built, by the aims of Art. 32(1) GDPR, with where it is shown. */
const MEASURES: readonly (readonly [aim: string, measure: string, shown: string])[] = [
  [
    'Confidentiality',
    'One key per person seals names, texts and files (AES-256-GCM); a master key outside the database wraps them',
    '`libs/platform/src/keys`, `test/integration/personal-data.spec.ts`',
  ],
  ['Confidentiality', 'Temporal and logs hold ids alone', '`test/workflows/canary.spec.ts`'],
  [
    'Confidentiality',
    'One policy table decides who sees and does what',
    '`docs/policy.md`, `test/security/cells.spec.ts`',
  ],
  [
    'Confidentiality',
    'Row-level security below it, for a role that owns nothing',
    'ADR 0009, `test/integration/row-security`',
  ],
  [
    'Confidentiality',
    'Passwords by argon2id, passkeys, second factors, single-use links, sessions that end within seconds',
    'ADR 0007, `test/e2e/accounts`',
  ],
  [
    'Integrity',
    'Facts are appended and never changed; the audit is a chain of hashes',
    'ADR 0003, ADR 0010, `lotse audit verify`',
  ],
  [
    'Integrity',
    'Files are judged by content and scanned before anybody opens them',
    '`test/files/hostile-files.spec.ts`',
  ],
  ['Availability', 'Journeys go on after a crash of any process', '`npm run test:faults`'],
  [
    'Resilience',
    'After a restore erasures are repeated from a ledger outside the database',
    'ADR 0011, `test/integration/privacy/erasure.spec.ts`',
  ],
  [
    'Regular testing',
    'Every column has a note; a test fails on one without',
    '`test/integration/column-notes.spec.ts`',
  ],
  [
    'Data protection by default',
    'Retention by class of data with legal hold; export and erasure with a receipt',
    '`lotse retention`, `lotse subject`',
  ],
];

const METHODS: Readonly<Record<EraseMethod, string>> = {
  key: 'sealed; emptied, and unreadable with the key gone',
  delete: 'the row is deleted',
  unlink: 'id, day or code; stays and leads to nobody',
  keep: 'nothing of a person',
};

/** Technical and organisational measures (Art. 32 GDPR) that the software brings. */
export function technicalMeasures(): string {
  const columns = Object.values(COLUMN_NOTES).flatMap((table) => Object.values(table));
  const methods = (Object.keys(METHODS) as EraseMethod[]).map((method) => [
    method,
    METHODS[method],
    String(columns.filter(({ erase }) => erase === method).length),
  ]);
  return [
    '# Technical and organisational measures (Art. 32 GDPR)',
    '',
    NOTICE,
    '',
    'The operator adds: who has access to the server and its backups, how the disk is encrypted, training, contracts with processors.',
    '',
    tableText(['Aim', 'Measure', 'Shown by'], MEASURES),
    '',
    '## What an erasure does to the columns',
    '',
    tableText(['Method', 'Effect', 'Columns'], methods),
    '',
  ].join('\n');
}
