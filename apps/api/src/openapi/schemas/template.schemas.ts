import { CLOCK_EFFECTS, PHASES, PURPOSES, ROLES, type JsonObject } from '@lotse/domain';
import { ref } from '../ref';
import { day, integer, listOf, object, oneOf, text, yesNo } from './shapes';

const CLOCK = {
  code: 'nomination-unread',
  anchor: 'stage-entered',
  after: 'P7D',
  effect: 'remind',
  who: 'coordinator',
};

const APPROVAL = {
  roles: listOf({ type: 'string' }, 'Roles that may approve.'),
  count: integer('How many people.'),
};

/** A programme template as data. */
export const templateSchemas = (): JsonObject => ({
  TemplateClock: object(
    'A deadline derived from facts. It never moves the journey on: a person decides. Only auto-close closes it, after reminders and when nobody did anything since.',
    {
      code: text('Code of the clock.'),
      anchor: text('Fact it counts from.'),
      after: text('ISO 8601 duration; due at the end of that day.'),
      every: text('Repeats by this duration.'),
      ladder: listOf({ type: 'string' }, 'Reminders this long before.'),
      effect: oneOf(CLOCK_EFFECTS, 'What it does.'),
      close: object('Of auto-close: with what the journey is closed.', {
        outcome: text('Outcome.'),
        party: text('Whose silence it is.'),
        returnable: yesNo('True when the candidate may come back.'),
        reason: text('Reason, in words.'),
      }),
      metBy: oneOf(['check-in'], 'What meets it: a check-in of its period, or within a week of the due day.'),
      missed: text('Escalates to the coordinator this long after it was missed.'),
      who: oneOf(ROLES, 'Whom it asks.'),
      also: listOf({ type: 'string', enum: ROLES }, 'Roles that see it too.'),
    },
    { optional: ['every', 'ladder', 'close', 'metBy', 'missed', 'also'], example: CLOCK },
  ),
  TemplateStage: object(
    'A stage of the journey.',
    {
      code: text('Code.'),
      name: object('Its name.', { en: text('In English.'), de: text('In German.') }),
      phase: oneOf(PHASES, 'Workflow type it runs in.'),
      guards: listOf({ type: 'string' }, 'What must hold to enter it.'),
      unless: text('Guard that stands for all of them.'),
      approvals: listOf(
        object('So many different people, each in one of these roles.', APPROVAL),
        'Who must approve the advance to it.',
      ),
      exits: listOf({ type: 'string' }, 'Stages the journey may go to from here.'),
      clocks: listOf(ref('TemplateClock'), 'Its clocks.'),
      final: yesNo('True when entering it completes the journey.'),
    },
    {
      optional: ['unless', 'approvals', 'final'],
      example: {
        code: 'SEL',
        name: { en: 'Selection', de: 'Auswahl' },
        phase: 'universitySelection',
        guards: ['consent-given'],
        exits: ['COM'],
        clocks: [CLOCK],
      },
    },
  ),
  TemplateText: object(
    'An approved text.',
    {
      version: text('Version.'),
      from: day('First day it may be used.'),
      to: day('Last day it may be used.'),
      purpose: oneOf(PURPOSES, 'What a consent is for; to take part, where absent.'),
      withdrawalRightShown: yesNo('Whether it shows the right to withdraw.'),
      noPenaltyClause: yesNo('Whether it is free of penalties.'),
    },
    {
      optional: ['to', 'purpose', 'withdrawalRightShown', 'noPenaltyClause'],
      example: { version: 'consent:1', from: '2023-10-01' },
    },
  ),
  Template: object(
    'A programme template: validated, versioned data.',
    {
      id: text('Name and version.'),
      title: text('Title.'),
      stages: listOf(ref('TemplateStage'), 'Stages in order.'),
      consents: listOf(ref('TemplateText'), 'Consent texts.'),
      texts: listOf(ref('TemplateText'), 'Texts of the self-commitment.'),
      scorecards: integer('Scorecards a selection needs.'),
      adultAge: integer('Age from which a person may be nominated.'),
      agreementParties: listOf({ type: 'string' }, 'Parties that sign a placement agreement.'),
      evaluationParties: listOf({ type: 'string' }, 'Parties that evaluate a placement.'),
      fullTimeHours: integer('Hours of a full-time week.'),
      riskRules: listOf(
        object('A check-in that names all of these needs shows at least this risk.', {
          needs: listOf({ type: 'string' }, 'Needs.'),
          risk: oneOf(['watch', 'at-risk', 'critical'], 'Risk.'),
        }),
        'Rules that raise a risk, never lower it.',
      ),
      approvals: listOf(
        object('So many different people, each in one of these roles.', {
          command: text('The command.'),
          ...APPROVAL,
        }),
        'Who must approve a command.',
      ),
      backdating: text('How far back a command may be dated, ISO 8601 duration.'),
    },
    {
      optional: ['riskRules', 'approvals'],
      example: {
        id: 'de-uni-internship-hire@1',
        title: 'University, internship, hire',
        stages: [],
        consents: [],
        texts: [],
        scorecards: 2,
        adultAge: 18,
        agreementParties: ['university', 'company', 'candidate'],
        evaluationParties: ['mentor', 'company', 'candidate'],
        fullTimeHours: 40,
        backdating: 'P1M',
      },
    },
  ),
});
