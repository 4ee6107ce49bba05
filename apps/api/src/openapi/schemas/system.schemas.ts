import { CLOCK_EFFECTS, packOn, ROLES, type JsonObject } from '@lotse/domain';
import { CHECK_STATES, CHECKS } from '../../system/system-checks';
import { day, instant, integer, listOf, mapOf, number, object, oneOf, text, yesNo } from './shapes';

const RULE = {
  code: text('Code.'),
  text: text('What it says.'),
  source: text('Where it stands.'),
  unverified: yesNo('True where nobody has checked it against its source.'),
};

const CLOCK = object(
  'A deadline of law or practice.',
  {
    ...RULE,
    kind: oneOf(['S', 'P', 'R'], 'S statutory, P practice of an authority, R rule of the programme.'),
    anchor: text('Fact that it runs from.'),
    after: text('ISO 8601 duration.'),
    fast: text('The duration in the fast-track procedure.'),
    ladder: listOf(text('ISO 8601 duration.'), 'Reminders before it is due.'),
    effect: oneOf(CLOCK_EFFECTS, 'What it does when it is due.'),
    who: oneOf(ROLES, 'Whose task it is.'),
    also: listOf(oneOf(ROLES, 'Role.'), 'Who sees it too.'),
    workingDayEnd: yesNo('Whether it moves on from a day that is no working day.'),
    asARule: yesNo('True where nothing is overdue by law.'),
    endsOnClose: yesNo('Whether it ends with the journey.'),
  },
  {
    optional: ['unverified', 'fast', 'ladder', 'also', 'workingDayEnd', 'asARule', 'endsOnClose'],
  },
);

const PACK = object(
  'Dated law as data.',
  {
    id: text('Id.'),
    from: day('First day.'),
    to: day('Last day; absent while it goes on.'),
    checkedOn: day('When somebody last read the sources.'),
    maximumMonths: mapOf(integer('Months.'), 'Longest stay by route.'),
    lifetimeMonths: mapOf(integer('Months.'), 'Longest total of stays by route.'),
    yearlyDays: listOf(
      object('Days on which students may work.', {
        route: text('Route.'),
        fullDays: integer('Full days a year.'),
        halfDays: integer('Half days a year.'),
        halfDayHours: integer('Hours of a half day at most.'),
        from: day('Since when.'),
      }),
      'By route.',
    ),
    hostUndertaking: listOf(text('Route.'), 'Routes whose host undertakes to cover public costs.'),
    minimumWageEur: number('Hourly, in euros.'),
    minimumWageFromMonths: number('Months of an internship from which it is owed.'),
    payFloors: listOf(
      object(
        'Lowest yearly pay of a route.',
        { ...RULE, route: text('Route.'), yearlyEur: number('Euros a year.') },
        { optional: ['unverified'] },
      ),
      'By route.',
    ),
    rules: listOf(object('A rule.', RULE, { optional: ['unverified'] }), 'Rules.'),
    clocks: listOf(CLOCK, 'Deadlines.'),
  },
  { optional: ['to'] },
);

const ON = '2026-01-15';
const { pack, assumed } = packOn(ON);
const { id, from, checkedOn } = pack;
/** Of each list the first entry. */
const first = Object.entries(pack).map(([name, part]) => [
  name,
  Array.isArray(part) ? part.slice(0, 1) : part,
]);
const LAW: JsonObject = JSON.parse(
  JSON.stringify({
    on: ON,
    assumed,
    pack: Object.fromEntries(first),
    packs: [{ id, from, checkedOn }],
  }),
);

/** How the system is, and the law as it has it. */
export const systemSchemas = (): JsonObject => ({
  System: object(
    'How the whole installation is.',
    {
      version: text('Version of Lotse.'),
      checkedAt: instant('When it was looked at.'),
      checks: listOf(
        object(
          'One part.',
          {
            check: oneOf(CHECKS, 'What was looked at.'),
            state: oneOf(CHECK_STATES, 'unknown: it could not be seen from here.'),
            detail: text('In words.'),
            helps: text('What to do.'),
            count: integer('How many.'),
            at: text('Day or instant that it is about.'),
            journeys: listOf(text('Id.'), 'Journeys that are stuck.'),
          },
          { optional: ['helps', 'count', 'at', 'journeys'] },
        ),
        'Every part, always in the same order.',
      ),
    },
    {
      example: {
        version: '0.1.0',
        checkedAt: '2026-02-03T09:12:44.000Z',
        checks: [{ check: 'workers', state: 'fine', detail: '2 workers ask for work.', count: 2 }],
      },
    },
  ),
  Rules: object(
    'The law as Lotse has it on a day. Not legal advice.',
    {
      on: day('The day.'),
      assumed: yesNo('True where the day lies before the first pack, which then decides.'),
      pack: PACK,
      packs: listOf(
        object(
          'A pack.',
          {
            id: text('Id.'),
            from: day('First day.'),
            to: day('Last day.'),
            checkedOn: day('When its sources were last read.'),
          },
          { optional: ['to'] },
        ),
        'All of them, in order.',
      ),
    },
    { example: LAW },
  ),
});
