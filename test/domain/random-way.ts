import type { Actor, JsonObject } from '@lotse/domain';
import { AXIS_DECLARED } from './axis-samples';
import { actorOf } from './command-samples';
import {
  CANDIDATE,
  COMPANY,
  CONTRACT,
  COORDINATOR,
  MENTOR,
  ORDINARY,
  UNIVERSITY,
  type Step,
} from './ordinary-journey';

const row = (command: string, on: string, by: Actor, data: JsonObject = {}): Step => ({
  label: command,
  command,
  on,
  by,
  data,
});
/** A command as its sample has it, changed as told. */
function sample(command: string, on: string, data: JsonObject = {}): Step {
  const declared = AXIS_DECLARED[command];
  return row(command, on, actorOf(declared?.by[0] ?? 'coordinator'), { ...declared?.required, ...data });
}

/** What random journeys do on the way beside the ordinary rows: before the row of that label. */
const BEFORE: Readonly<Record<string, readonly Step[]>> = {
  'decide-selection': [
    sample('answer-nomination', '2026-01-12'),
    sample('cancel-nomination', '2026-01-12'),
    sample('resend-nomination', '2026-01-13'),
  ],
  'sign-commitment': [sample('read-commitment', '2026-01-21'), sample('refuse-commitment', '2026-01-22')],
  'confirm-month.2026-04': [
    row('interrupt-placement', '2026-04-05', MENTOR, { placement: 'pl-1', reason: 'x' }),
    row('resume-placement', '2026-04-07', MENTOR, { placement: 'pl-1' }),
  ],
  'agree-placement': [sample('amend-placement', '2026-02-03', { hoursPerWeek: 39 })],
};

/** The axes after the second entry. The first working day lies back a year, so that twelve months have passed. */
const AFTER: readonly Step[] = [
  sample('choose-route', '2026-09-13', { route: '18b' }),
  sample('record-title-step', '2026-09-13', { step: 'agency-asked' }),
  sample('stop-clock', '2026-09-13'),
  sample('resume-clock', '2026-09-14'),
  sample('extend-clock', '2026-09-14'),
  sample('confirm-deemed-consent', '2026-09-30'),
  sample('refuse-title', '2026-09-30'),
  sample('record-recognition-step', '2026-09-30'),
  sample('decide-recognition', '2026-09-30'),
  sample('record-degree', '2026-09-30'),
  sample('plan-language', '2026-09-30'),
  sample('book-exam', '2026-09-30'),
  sample('record-exam', '2026-11-02'),
  sample('start-work', '2026-11-02', { on: '2025-10-01' }),
  sample('record-registration', '2026-11-02'),
  sample('record-bank', '2026-11-02'),
  sample('record-notice', '2026-11-02'),
  sample('record-title-copy', '2026-11-02'),
  sample('plan-integration', '2026-11-03'),
  sample('check-in', '2026-11-04', { needs: ['homesick', 'housing'] }),
  sample('record-retention', '2026-11-05'),
  sample('file-title', '2026-11-05'),
  sample('end-title', '2026-11-06'),
  sample('amend-contract', '2026-11-06'),
  sample('end-employment', '2026-11-07', { lastDay: '2026-11-07' }),
  sample('close-integration', '2026-11-08'),
  sample('record-participation', '2026-11-08'),
  sample('record-dependant', '2026-11-08'),
  sample('withdraw-consent', '2026-11-08'),
  sample('record-cost', '2026-11-08', { cost: 'co-9', payer: 'candidate' }),
  sample('repay-cost', '2026-11-09', { cost: 'co-9' }),
  sample('complain', '2026-11-08', { complaint: 'cp-9' }),
  sample('answer-complaint', '2026-11-09', { complaint: 'cp-9' }),
  row('prepare-contract', '2026-11-08', COMPANY, { ...CONTRACT, contract: 'ct-3' }),
  row('decline-contract', '2026-11-09', CANDIDATE, { contract: 'ct-3', reason: 'x' }),
  sample('hold', '2026-11-09'),
  sample('resume', '2026-11-10'),
  sample('reverse', '2026-11-10'),
];

/** The ordinary way with an interruption in April and with what happens on the axes. */
export const WAY: readonly Step[] = [
  ...ORDINARY.flatMap((step) => {
    const before = BEFORE[step.label] ?? [];
    if (step.label === 'grant-title.2')
      return [...before, { ...step, data: { ...step.data, validFrom: '2025-09-01' } }];
    if (step.label === 'evaluate.company')
      return [...before, { ...sample('waive-evaluation', step.on), on: step.on }];
    return [...before, step];
  }),
  ...AFTER,
];

/** Acts of the axes that may happen at any time. */
export const OTHER_AXES: readonly (readonly [
  command: string,
  by: Actor,
  data: (amount: number) => JsonObject,
])[] = [
  ['state-no-fees', CANDIDATE, (n) => ({ occasion: 'visa', noFeesPaid: n % 4 !== 0 })],
  [
    'record-cost',
    COORDINATOR,
    (n) => ({
      cost: `co-${n % 3}`,
      payer: n % 2 === 0 ? 'candidate' : 'company',
      kind: 'visa',
      amountEur: n,
    }),
  ],
  ['repay-cost', COORDINATOR, (n) => ({ cost: `co-${n % 3}`, evidence: 'e' })],
  ['inform', COORDINATOR, () => ({ textVersion: 'info-1', talkOn: '2025-12-20' })],
  [
    'record-contact-attempt',
    COORDINATOR,
    (n) => ({ channel: n % 2 === 0 ? 'phone' : 'mail', result: n % 5 === 0 ? 'reached' : 'not-reached' }),
  ],
  ['complain', CANDIDATE, (n) => ({ complaint: `cp-${n % 2}`, text: 'x' })],
  ['answer-complaint', COORDINATOR, (n) => ({ complaint: `cp-${n % 2}`, step: 'answered' })],
  ['override-recommendation', COORDINATOR, () => ({ reason: 'x', approvedBy: 'second-person' })],
  ['hold', COORDINATOR, () => ({ reason: 'x' })],
  ['resume', COORDINATOR, () => ({})],
  ['cancel-nomination', UNIVERSITY, () => ({ reason: 'x' })],
  [
    'migrate-template',
    COORDINATOR,
    () => ({ template: 'de-vocational-training@1', stage: 'OFFERED', reason: 'x' }),
  ],
];
