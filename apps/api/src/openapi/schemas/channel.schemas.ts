import { ROLES, type JsonObject } from '@lotse/domain';
import { RELATIONS } from '@lotse/policy';
import { ref } from '../ref';
import { day, integer, listOf, mapOf, object, oneOf, text } from './shapes';

const ACTOR = object(
  'Who says it.',
  { role: oneOf(ROLES, 'Role.'), organisation: text('Organisation.') },
  { optional: ['organisation'], example: { role: 'coordinator' } },
);
const instant = (description: string): JsonObject => ({ type: 'string', format: 'date-time', description });
const NEEDS = listOf(
  object(
    'So many different people, each in one of these roles.',
    { roles: listOf({ type: 'string' }, 'Roles.'), count: integer('How many people.') },
    { example: { roles: ['coordinator'], count: 1 } },
  ),
  'Who must approve.',
);

const SUMMARY = {
  id: text('Id of the complaint.'),
  programme: text('Programme.'),
  journey: text('Journey; absent where the author is not known.'),
  organisation: text('Organisation that it is about.'),
  filedOn: day('Day of filing.'),
  acknowledgeBy: day('Day by which it is acknowledged.'),
  answerBy: day('Day by which it is answered.'),
  acknowledgedOn: day('Day of the acknowledgement.'),
  answeredOn: day('Day of the answer.'),
};
const OPTIONAL = ['journey', 'organisation', 'acknowledgedOn', 'answeredOn'];
const COMPLAINT = {
  id: 'complaint-1',
  programme: 'kg-glass-2023',
  filedOn: '2024-02-01',
  acknowledgeBy: '2024-02-04',
  answerBy: '2024-02-15',
};
const NOTE = {
  id: 'note-1',
  audience: 'internal',
  by: { role: 'coordinator' },
  text: 'Called on Monday.',
  recordedAt: '2024-02-01T10:00:00.000Z',
};
const APPROVAL = {
  id: 'approval-1',
  journey: 'j01',
  command: 'void',
  needs: [{ roles: ['coordinator'], count: 1 }],
  votes: [],
  state: 'open',
  requestedBy: 'anna',
  requestedAt: '2024-02-01T10:00:00.000Z',
  expiresAt: '2024-02-08T10:00:00.000Z',
  body: {},
};

/** Notes, complaints, approvals, emergency access and the policy itself. */
export const channelSchemas = (): JsonObject => ({
  CreatedId: object('What was taken.', { id: text('Its id.') }, { example: { id: 'note-1' } }),
  Notes: object(
    'Notes of a journey.',
    {
      notes: listOf(
        object(
          'A note.',
          {
            id: text('Id.'),
            audience: oneOf(['internal', 'shared'], 'Who reads it.'),
            by: ACTOR,
            text: text('The words.'),
            recordedAt: instant('When it was written.'),
          },
          { example: NOTE },
        ),
        'In order of writing.',
      ),
    },
    { example: { notes: [NOTE] } },
  ),
  JourneyComplaints: object(
    'Facts of the complaints of a journey.',
    { facts: listOf(ref('Fact'), 'In order.') },
    { example: { facts: [] } },
  ),
  Complaint: object(
    'A complaint.',
    { ...SUMMARY, text: text('What it says.'), outcome: text('What came of it.') },
    { optional: [...OPTIONAL, 'text', 'outcome'], example: COMPLAINT },
  ),
  Complaints: object(
    'Complaints without their texts.',
    { complaints: listOf(ref('Complaint'), 'The oldest first.') },
    { example: { complaints: [COMPLAINT] } },
  ),
  FollowedComplaint: object(
    'How far a complaint without a name is.',
    {
      filedOn: day('Day of filing.'),
      acknowledgedOn: day('Day of the acknowledgement.'),
      answeredOn: day('Day of the answer.'),
      outcome: text('What came of it.'),
    },
    { optional: ['acknowledgedOn', 'answeredOn', 'outcome'], example: { filedOn: '2024-02-01' } },
  ),
  Approvals: object(
    'Commands that wait for approval, or did.',
    {
      approvals: listOf(
        object(
          'An approval.',
          {
            id: text('Id.'),
            journey: text('Journey.'),
            command: text('Name of the command.'),
            needs: NEEDS,
            votes: listOf(
              object(
                'A vote.',
                { account: text('Who approved.'), role: oneOf(ROLES, 'As what.'), givenAt: instant('When.') },
                { example: { account: 'bert', role: 'coordinator', givenAt: '2024-02-01T11:00:00.000Z' } },
              ),
              'Given so far.',
            ),
            state: oneOf(['open', 'submitting', 'done', 'refused', 'revoked', 'expired'], 'State.'),
            requestedBy: text('Account that asks.'),
            requestedAt: instant('When it was asked for.'),
            expiresAt: instant('When it falls away.'),
            body: mapOf({}, 'The command as it will be submitted.'),
          },
          { example: APPROVAL },
        ),
        'In order of asking.',
      ),
    },
    { example: { approvals: [APPROVAL] } },
  ),
  RequestedApproval: object(
    'An approval that waits.',
    { id: text('Id.'), expiresAt: instant('When it falls away.') },
    { example: { id: 'approval-1', expiresAt: '2024-02-08T10:00:00.000Z' } },
  ),
  GivenApproval: object(
    'What a vote came to.',
    { result: oneOf(['given', 'submitted'], 'Result.'), missing: integer('People still wanted.') },
    { example: { result: 'submitted', missing: 0 } },
  ),
  OpenedEmergency: object(
    'An emergency access.',
    { id: text('Id.'), until: instant('When it ends.') },
    { example: { id: 'emergency-1', until: '2024-02-01T13:00:00.000Z' } },
  ),
  Policy: object(
    'What the asker may do and see.',
    {
      grants: listOf(mapOf({}, 'A grant.'), 'Roles that are held.'),
      actions: listOf({ type: 'string' }, 'Actions allowed on something.'),
      rows: listOf(
        object(
          'A row of the policy table.',
          {
            role: oneOf(ROLES, 'Role.'),
            duty: text('A duty beside the role.'),
            on: listOf({ type: 'string', enum: [...RELATIONS] }, 'How the holder stands to the subject.'),
            may: listOf({ type: 'string' }, 'Actions.'),
            sees: listOf({ type: 'string' }, 'Topics.'),
            opens: text('From or up to which point of the journey.'),
            ownSide: { type: 'boolean', description: 'True: only what is on the own side.' },
            because: text('Why.'),
          },
          {
            optional: ['duty', 'opens', 'ownSide'],
            example: {
              role: 'funder',
              on: ['programme'],
              may: ['sheet.read'],
              sees: ['figures'],
              because: 'Figures.',
            },
          },
        ),
        'Rows.',
      ),
      topics: mapOf({ type: 'string' }, 'Topics in words.'),
      openings: mapOf({ type: 'string' }, 'Conditions of stage in words.'),
    },
    { example: { grants: [], actions: [], rows: [], topics: {}, openings: {} } },
  ),
});
