import type { JsonObject } from '@lotse/domain';
import { day, dayBy, integer, listOf, mapOf, object, text, yesNo } from './shapes';

const MOMENT = { on: day('Day it happened.'), insertedOn: day('Day on which that was recorded here.') };

/** The same with further properties, of which some may be absent. */
const moment = (
  description: string,
  more: Readonly<Record<string, JsonObject>> = {},
  optional: readonly string[] = [],
): JsonObject => object(description, { ...MOMENT, ...more }, { optional });

const stretches = (description: string, more: Readonly<Record<string, JsonObject>> = {}): JsonObject =>
  listOf(
    object(
      'A stretch of days.',
      { from: day('First day.'), to: day('Day it ended.'), ...more },
      { optional: ['to', ...Object.keys(more)] },
    ),
    description,
  );

const steps = mapOf(moment('When the step was last taken.'), 'Steps by name.');

const stay = object(
  'The title of one stay as far as it has come.',
  {
    route: object(
      'The route chosen.',
      {
        code: text('Route.'),
        variant: text('Variant that sets another pay floor.'),
        fastTrack: yesNo('Whether the fast-track procedure runs.'),
        on: day('Day of the choice.'),
      },
      { optional: ['variant'] },
    ),
    steps,
    refusal: moment('The refusal.', {
      ground: text('Ground.'),
      notifiedOn: day('Day of the notification.'),
      remediesInstruction: yesNo('Whether it instructs on remedies.'),
    }),
    renewalFiledOn: day('Day on which the next title was filed for.'),
    endedOn: day('Day on which the title ended.'),
    consentDeemedOn: day("Day on which the agency's consent was confirmed as deemed given."),
  },
  { optional: ['route', 'refusal', 'renewalFiledOn', 'endedOn', 'consentDeemedOn'] },
);

const recognition = object(
  'A recognition procedure as far as it has come.',
  {
    kind: text('Federal or state law, or a statement on the degree.'),
    fastTrack: yesNo('Whether the fast-track procedure runs.'),
    steps,
    suspensions: stretches('Times in which it was suspended.'),
    result: text('Result.'),
  },
  { optional: ['result'] },
);

const exam = object(
  'A language exam.',
  {
    level: text('Level.'),
    on: moment('When it is taken.'),
    attempt: integer('Number of the attempt.'),
    result: text('Result.'),
    certificateOn: day('Day of the certificate.'),
  },
  { optional: ['attempt', 'result', 'certificateOn'] },
);

const checkIn = moment('A check-in.', {
  period: text('Period it belongs to.'),
  risk: text('Risk.'),
  needs: listOf({ type: 'string' }, 'Needs.'),
  role: text('Role that recorded it.'),
});

const employment = object(
  'Work under a contract.',
  {
    contract: text('Contract.'),
    company: text('Company.'),
    started: moment('First working day.'),
    ended: moment('Its end.', { how: text('How it ended.'), lastDay: day('Last day.') }),
  },
  { optional: ['ended'] },
);

const fairness = object(
  'Statements on fees, costs with their payer, and complaints.',
  {
    noFees: mapOf({ type: 'boolean' }, 'Statements that no fees were paid, by occasion.'),
    costs: mapOf(
      moment('A cost.', { payer: text('Who bore it.'), repaidOn: day('Day it was paid back.') }, [
        'repaidOn',
      ]),
      'Costs by reference.',
    ),
    informedOn: day('Day on which the candidate was informed.'),
    complaints: mapOf(
      moment(
        'A complaint.',
        { acknowledgedOn: day('Day of the receipt.'), answeredOn: day('Day of the answer.') },
        ['acknowledgedOn', 'answeredOn'],
      ),
      'Complaints by reference.',
    ),
  },
  { optional: ['informedOn'] },
);

/** Properties of a journey's state that run beside its stage. */
export const AXES_PROPERTIES: Readonly<Record<string, JsonObject>> = {
  shape: integer('Form of this object.'),
  entered: dayBy('Last entry into each stage.'),
  selectedOn: moment('When the selection was decided.'),
  nomination: object('The nomination as far as it has come.', {
    status: text('Status; empty where the nomination is hidden.'),
    on: {
      type: 'string',
      pattern: String.raw`^(\d{4}-\d{2}-\d{2})?$`,
      description: 'Day; empty where the nomination is hidden.',
    },
  }),
  stays: mapOf(stay, 'Title axis by number of the stay.'),
  recognitions: mapOf(recognition, 'Recognition procedures by reference.'),
  language: object(
    'The language axis.',
    {
      target: object(
        'Level to reach.',
        { level: text('Level.'), by: day('Day to reach it by.') },
        { optional: ['by'] },
      ),
      exams: mapOf(exam, 'Exams by reference.'),
    },
    { optional: ['target'] },
  ),
  lastArrival: moment('The last arrival.'),
  degreeOn: day('Day of the degree.'),
  recommendationOverriddenOn: day('Day on which two people went on without a recommendation.'),
  employments: listOf(employment, 'Employments, oldest first.'),
  integration: object(
    'The integration axis.',
    {
      plan: moment('The plan.', { mentor: text('Reference of the mentor.') }),
      checkIns: listOf(checkIn, 'Check-ins, oldest first.'),
      closedOn: day('Day on which the follow-up ended.'),
    },
    { optional: ['plan', 'closedOn'] },
  ),
  settled: dayBy('Registration, bank, copy of the title and notices, each with its day.'),
  retention: mapOf(
    object('Whether the person still works.', {
      sameCompany: yesNo('In the same company.'),
      sameRegion: yesNo('In the same region.'),
      inGermany: yesNo('In Germany.'),
    }),
    'Retention by period.',
  ),
  fairness,
  contacts: listOf(
    moment('An attempt to reach the candidate.', { channel: text('Channel.'), result: text('Result.') }),
    'Attempts to reach the candidate, oldest first.',
  ),
  participation: dayBy('Days of the participation data at entry and exit.'),
  dependants: mapOf(
    object('A member of the family.', {
      kind: text('Relation.'),
      travels: yesNo('Whether they travel along.'),
    }),
    'Dependants by reference.',
  ),
  holds: stretches('Times on hold.', { reviewOn: day('Day of the review.') }),
  adjustments: mapOf(
    object(
      'Stops and extension of one clock.',
      { stops: stretches('Times in which it stood.'), extendedTo: day('Later day.') },
      { optional: ['extendedTo'] },
    ),
    'Adjusted clocks by code.',
  ),
  migratedOn: day('Day on which it came under another template.'),
};

/** Those that are absent until something happens. */
export const OPTIONAL_AXES: readonly string[] = [
  'selectedOn',
  'lastArrival',
  'degreeOn',
  'recommendationOverriddenOn',
  'migratedOn',
];
