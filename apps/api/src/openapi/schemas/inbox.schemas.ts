import { ROLES, type JsonObject } from '@lotse/domain';
import { HANDOVER_REASONS } from '@lotse/journeys';
import { ref } from '../ref';
import { day, integer, listOf, object, oneOf, text, yesNo } from './shapes';

const TASK = {
  journey: 'j01',
  programme: 'kg-glass-2023',
  person: 'p01',
  stage: 'NOM',
  key: 'clock:nomination:2024-02-01',
  kind: 'clock',
  who: 'coordinator',
  also: [],
  text: 'nomination',
  dueOn: '2024-02-01',
  overdue: false,
  stopped: false,
  clockKind: 'R',
  effect: 'remind',
  source: 'de-uni-internship-hire@1',
};
const DEPUTY = {
  account: 'anna',
  number: 1,
  deputy: 'bert',
  from: '2024-02-01',
  to: '2024-02-14',
};

/** What is to be done, and who stands in for whom. */
export const inboxSchemas = (): JsonObject => ({
  InboxTask: object(
    'One thing to be done, with the journey it stands in: ids, codes, days and what to do.',
    {
      journey: text('Journey.'),
      programme: text('Programme.'),
      person: text('Person whose journey it is.'),
      stage: text('Present stage of the journey.'),
      key: text('Stable while the same thing is to be done.'),
      kind: oneOf(
        ['guard', 'clock', 'need', 'rematch', 'offer', 'guard-no-longer-met'],
        'What it comes from.',
      ),
      who: oneOf(ROLES, 'Role that has to act.'),
      also: listOf({ type: 'string', enum: ROLES }, 'Roles that see it too.'),
      text: text("The clock's code, or what would meet the guard."),
      blocks: text('Stage that cannot be entered before.'),
      dueOn: day('Due at the end of this day.'),
      overdue: yesNo("Whether that day is over in the programme's time zone."),
      stopped: yesNo('Whether the clock stands still.'),
      clockKind: oneOf(['S', 'P', 'R'], 'Of a clock: statutory, practice or rule of the programme.'),
      effect: text('Of a clock: what it does when it is due.'),
      source: text('Of a clock: where it comes from.'),
      followUpOn: day('Put off until this day.'),
      handedTo: text('Account that does it, where it was handed to one.'),
      handoverReason: oneOf(HANDOVER_REASONS, 'Why it was handed over.'),
      remindedOn: day('Last day on which its mail was sent by hand.'),
    },
    {
      optional: [
        'blocks',
        'dueOn',
        'clockKind',
        'effect',
        'source',
        'followUpOn',
        'handedTo',
        'handoverReason',
        'remindedOn',
      ],
      example: TASK,
    },
  ),
  TaskReminder: object(
    'Who is reminded of a task, and on which day.',
    {
      result: oneOf(['accepted', 'repeated'], 'repeated: its role was reminded that day before.'),
      who: oneOf(ROLES, 'Role that is reminded.'),
      addresses: integer('Addresses that are written to.'),
      on: day("The day in the programme's time zone."),
    },
    { example: { result: 'accepted', who: 'candidate', addresses: 1, on: '2024-01-25' } },
  ),
  InboxPage: object(
    'One page of tasks, the earliest due first.',
    {
      tasks: listOf(ref('InboxTask'), 'The tasks of this page.'),
      next: text('Give it as cursor for the next page; absent on the last.'),
    },
    { optional: ['next'], example: { tasks: [TASK] } },
  ),
  Colleagues: object(
    'To whom a task can be handed.',
    {
      colleagues: listOf(
        object('Somebody who works beside the asker.', {
          account: text('Id of the account.'),
          name: text('Name.'),
        }),
        'By name.',
      ),
    },
    { example: { colleagues: [{ account: 'anna', name: 'Anna Berg' }] } },
  ),
  Deputy: object(
    'Somebody who stands in for an account from one day to another, both included.',
    {
      account: text('Account that is stood in for.'),
      number: integer('Number to withdraw it by, from 1 for each account.'),
      deputy: text('Account that stands in.'),
      from: day('First day.'),
      to: day('Last day.'),
    },
    { example: DEPUTY },
  ),
  Deputies: object(
    'Who stands in for whom on a day.',
    { deputies: listOf(ref('Deputy'), 'By account and number.') },
    { example: { deputies: [DEPUTY] } },
  ),
});
