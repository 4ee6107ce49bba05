import { ROLES, type JsonObject } from '@lotse/domain';
import { ref } from '../ref';
import { day, instant, integer, listOf, object, oneOf, text, yesNo } from './shapes';
import { stateSchemas } from './state.schemas';

const actor = object(
  'Who did it.',
  { role: oneOf(ROLES, 'Role.'), organisation: text('Organisation the role acted for.') },
  { optional: ['organisation'] },
);

/** Journeys as they are answered. */
export const journeySchemas = (): JsonObject => ({
  ...stateSchemas(),
  PossibleCommand: object(
    'A command that is open today, or a next stage with what still keeps the journey from it.',
    {
      command: text('Name of the command.'),
      by: listOf({ type: 'string', enum: ROLES }, 'Roles that may give it.'),
      about: text('Placement, contract or stage that data must name.'),
      unmet: listOf(ref('Unmet'), 'Empty when it can be done at once.'),
    },
    { optional: ['about'], example: { command: 'advance', by: ['coordinator'], about: 'SEL', unmet: [] } },
  ),
  Fact: object(
    'One immutable record of something that happened, with the marks of what became of it.',
    {
      journey: text('Journey it belongs to.'),
      version: integer('Its number in the journey, from 1.'),
      seq: integer('Its place in order within a day; a correction takes the place of what it supersedes.'),
      kind: text('Command it came from; clock-fired for a clock.'),
      commandId: text('Id of that command.'),
      happenedOn: day('Day on which it happened.'),
      recordedAt: instant('When it was recorded.'),
      insertedAt: instant('When it was inserted here.'),
      insertedOn: day('Day of insertion in the time zone of the programme.'),
      by: actor,
      submittedBy: text('Who sent it.'),
      template: text('Template it was decided under.'),
      rulePack: text('Dated law that decided it.'),
      packAssumed: yesNo('True when the fact lies before the first pack and that one decided.'),
      correction: object(
        'What it corrects.',
        {
          supersedes: integer('Version of the fact it supersedes.'),
          struck: yesNo('True when nothing takes the place of the old one.'),
          reason: text('Why.'),
          approvedBy: text('Second person.'),
        },
        { optional: ['reason', 'approvedBy'] },
      ),
      data: { type: 'object', description: 'Fields of the command.' },
      supersededBy: integer('Version of the fact that has taken its place.'),
      struck: yesNo('True when it was taken out without anything in its place.'),
    },
    {
      optional: ['rulePack', 'packAssumed', 'correction', 'supersededBy'],
      example: {
        journey: 'j01',
        version: 2,
        seq: 2,
        kind: 'give-consent',
        commandId: 'c00002',
        happenedOn: '2024-01-16',
        recordedAt: '2024-01-16T09:00:00.000Z',
        insertedAt: '2024-01-16T09:00:00.000Z',
        insertedOn: '2024-01-16',
        by: { role: 'candidate' },
        submittedBy: 'administrator',
        template: 'de-uni-internship-hire@1',
        data: { consentVersion: 'consent:1', language: 'ky' },
        struck: false,
      },
    },
  ),
});
