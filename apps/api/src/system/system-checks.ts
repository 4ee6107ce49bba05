import type { SystemFigures } from '@lotse/persistence';
import type { TemporalLook } from '@lotse/platform';
import type { Measured } from './measure';

export const CHECKS = [
  'database',
  'temporal',
  'workers',
  'stuck-journeys',
  'wakes',
  'mails',
  'webhooks',
  'files',
  'audit-chain',
  'audit-head',
  'backup',
] as const;
export const CHECK_STATES = ['fine', 'attention', 'failing', 'unknown'] as const;

/** One thing looked at. `helps` says what to do where something is to be done. */
export interface Check {
  readonly check: (typeof CHECKS)[number];
  readonly state: (typeof CHECK_STATES)[number];
  readonly detail: string;
  readonly helps?: string;
  readonly count?: number;
  /** Day or instant that it is about. */
  readonly at?: string;
  readonly journeys?: readonly string[];
}
type Judged = Omit<Check, 'check'>;
type More = Pick<Check, 'count' | 'at' | 'journeys'>;

/** A poll waits up to a minute; somewhat more, so that a late renewal is no alarm. */
const POLLED_WITHIN_MS = 75_000;
const MAIL_LATE_MS = 60 * 60_000;
const WAKES_MANY = 100;
const AUDIT_MANY = 10_000;
const HEAD_LATE_MS = 2 * 86_400_000;
const BACKUP_LATE_MS = 26 * 3_600_000;

const fine = (detail: string, more: More = {}): Judged => ({ state: 'fine', detail, ...more });
const unknown = (detail: string, helps: string): Judged => ({ state: 'unknown', detail, helps });
const attention = (detail: string, helps: string, more: More = {}): Judged => ({
  state: 'attention',
  detail,
  helps,
  ...more,
});
const failing = (detail: string, helps: string, more: More = {}): Judged => ({
  state: 'failing',
  detail,
  helps,
  ...more,
});

/** A number that waits: fine up to `most`. */
const waiting = (count: number, most: number, what: string, helps: string): Judged =>
  count > most ? attention(`${count} ${what}`, helps, { count }) : fine(`${count} ${what}`, { count });

const counted =
  (judge: (figures: SystemFigures, at: Date) => Judged) =>
  ({ database, at }: Measured): Judged =>
    database === undefined
      ? unknown('Not counted: the database does not answer.', 'See what is said of the database.')
      : judge(database, at);

const NO_TEMPORAL = unknown(
  'The API was not told where Temporal is, or it does not answer.',
  'Set TEMPORAL_ADDRESS for the API too, and see what is said of Temporal.',
);
const seen =
  (judge: (look: Extract<TemporalLook, { readonly answers: true }>, at: Date) => Judged) =>
  ({ temporal, at }: Measured): Judged =>
    temporal?.answers === true ? judge(temporal, at) : NO_TEMPORAL;

function mails({ mailsWaiting, oldestMail, mailsDead }: SystemFigures, at: Date): Judged {
  const more = {
    count: mailsWaiting,
    ...(oldestMail === undefined ? {} : { at: oldestMail.toISOString() }),
  };
  if (mailsDead > 0)
    return attention(
      `${mailsDead} mails reached nobody.`,
      'List the dead letters: mend the address and send each again, or drop it.',
      { count: mailsDead },
    );
  if (oldestMail !== undefined && at.getTime() - oldestMail.getTime() > MAIL_LATE_MS)
    return attention(
      `${mailsWaiting} mails wait, the oldest for over an hour.`,
      'Set SMTP_URL for the worker, or see whether the mail server answers.',
      more,
    );
  return fine(`${mailsWaiting} mails wait.`, more);
}

const JUDGES: Readonly<Record<Check['check'], (measured: Measured) => Judged>> = {
  database: ({ database }) =>
    database === undefined
      ? failing('The database does not answer.', 'Start it, or set DATABASE_URL right.')
      : fine(`PostgreSQL ${database.server}, ${Math.round(database.bytes / 1_000_000)} MB`),
  temporal: ({ temporal }) =>
    temporal === undefined
      ? NO_TEMPORAL
      : temporal.answers
        ? fine(`Temporal ${temporal.version}`)
        : failing(
            'Temporal does not answer: deadlines and reminders wait.',
            'Start it, or set TEMPORAL_ADDRESS right. What people do is kept meanwhile.',
          ),
  workers: seen(({ pollers, lookedAt }) => {
    const count = pollers.filter(
      ({ lastPolledAt }) => lookedAt.getTime() - lastPolledAt.getTime() < POLLED_WITHIN_MS,
    ).length;
    return count === 0
      ? failing(
          'No worker asks for work: nobody is reminded and no journey moves by itself.',
          'Start a worker. What people do is kept and taken up then.',
          { count },
        )
      : fine(`${count} workers ask for work.`, { count });
  }),
  'stuck-journeys': seen(({ stuck }) =>
    stuck.length === 0
      ? fine('No journey is stuck.', { count: 0 })
      : attention(
          `${stuck.length} journeys fail at the same task again and again.`,
          'On the server `lotse journey stuck` tells why; they begin anew from the database with --restart, and nothing is lost.',
          { count: stuck.length, journeys: stuck.map(({ journeyId }) => journeyId) },
        ),
  ),
  wakes: counted(({ wakes }) =>
    waiting(
      wakes,
      WAKES_MANY,
      'journeys have yet to be woken.',
      'The worker wakes them: see whether one runs, and its log.',
    ),
  ),
  mails: counted(mails),
  webhooks: counted(({ webhooksWaiting, webhooksDead }) =>
    webhooksDead > 0
      ? attention(
          `${webhooksDead} deliveries were given up.`,
          'Their owners send them again once their address answers.',
          { count: webhooksDead },
        )
      : fine(`${webhooksWaiting} deliveries wait.`, { count: webhooksWaiting }),
  ),
  files: counted(({ filesPending }) =>
    waiting(
      filesPending,
      0,
      'files wait for the malware scanner.',
      'Set CLAMD_ADDRESS and see whether the scanner runs; until then nobody opens them.',
    ),
  ),
  'audit-chain': counted(({ auditWaiting }) =>
    waiting(
      auditWaiting,
      AUDIT_MANY,
      'entries of the audit are not chained yet.',
      'The worker chains them within a minute: see whether one runs.',
    ),
  ),
  'audit-head': ({ auditHead: at, at: now }) => {
    if (at === undefined)
      return unknown(
        'No head of the audit was noted in the data folder yet.',
        'The worker notes one each day; keep it elsewhere too (LOTSE_AUDIT_MAIL).',
      );
    return now.getTime() - Date.parse(at) > HEAD_LATE_MS
      ? attention(
          `The head of the audit was last noted on ${at}.`,
          'The worker notes it each day: see whether one runs.',
          { at },
        )
      : fine(`The head of the audit was last noted on ${at}.`, { at });
  },
  backup: ({ backup, at: now }) => {
    if (backup === undefined)
      return unknown(
        'Nobody wrote down a backup.',
        'Let the backup write the instant of its end into the file last-backup of the data folder.',
      );
    const at = backup.toISOString();
    return now.getTime() - backup.getTime() > BACKUP_LATE_MS
      ? attention(`The last backup ended at ${at}.`, 'It is older than a day: see why none was made since.', {
          at,
        })
      : fine(`The last backup ended at ${at}.`, { at });
  },
};

/** How the system is, in words, from what was measured. Every check is always there, in this order. */
export const checksOf = (measured: Measured): Check[] =>
  CHECKS.map((check) => ({ check, ...JUDGES[check](measured) }));
