import { ORGANISATION_KINDS, ROLES, type JsonObject } from '@lotse/domain';
import { MILESTONES } from '@lotse/journeys';
import { ref } from '../ref';
import { day, integer, listOf, object, oneOf, text, yesNo } from './shapes';

const LINE = {
  id: 'j01',
  person: 'p01',
  programme: 'kg-glass-2023',
  template: 'de-uni-internship-hire@1',
  version: 12,
  name: { given: 'Айгүл', family: 'Өмүрбекова' },
  stage: 'INT',
  stageOn: '2024-03-04',
  status: 'open',
  university: 'uni-1',
  companies: ['company-1'],
  months: 2,
  milestones: { selected: '2024-01-22' },
  tasks: [],
};

/** Many journeys at a glance. */
export const cohortSchemas = (): JsonObject => ({
  CohortTask: object(
    'Something to be done in a journey.',
    {
      key: text('Stable while the same thing is to be done.'),
      kind: text('What it comes from.'),
      who: oneOf(ROLES, 'Role that has to act.'),
      text: text("The clock's code, or what would meet the guard."),
      blocks: text('Stage that cannot be entered before.'),
      dueOn: day('Due at the end of this day.'),
      overdue: yesNo('Whether that day is over.'),
    },
    {
      optional: ['blocks', 'dueOn'],
      example: {
        key: 'guard:commitment-signed',
        kind: 'guard',
        who: 'candidate',
        text: 'sign-commitment',
        blocks: 'COM',
        overdue: false,
      },
    },
  ),
  CohortLine: object(
    'A journey as one line of a list shows it.',
    {
      id: text('Id of the journey.'),
      person: text('Id of the person.'),
      programme: text('Its programme.'),
      template: text('Template it runs on.'),
      version: integer('Number of its facts.'),
      name: object('Name of the person, where the asker may know it.', {
        given: text('Given name.'),
        family: text('Family name.'),
      }),
      nationality: text('Country by ISO 3166, where the asker may know it.'),
      stage: text('Code of its stage.'),
      stageOn: day('Day on which the stage began.'),
      status: oneOf(['open', 'on-hold', 'closed', 'void'], 'Its status.'),
      university: text('University that nominated.'),
      companies: listOf({ type: 'string' }, 'Companies of placements and contracts that the asker may see.'),
      months: integer('Confirmed months.'),
      risk: text('Risk of the last check-in, where the asker may see it.'),
      milestones: {
        type: 'object',
        description: 'Day on which each milestone was reached; those that are not are absent.',
        properties: Object.fromEntries(MILESTONES.map((milestone) => [milestone, day('Reached on.')])),
      },
      tasks: listOf(ref('CohortTask'), 'What is to be done, the earliest due first.'),
    },
    { optional: ['name', 'nationality', 'risk'], example: LINE },
  ),
  CohortPage: object(
    'One page of journeys, ordered by id.',
    {
      journeys: listOf(ref('CohortLine'), 'The journeys of this page.'),
      next: text('Give it as cursor for the next page; absent on the last.'),
    },
    { optional: ['next'], example: { journeys: [LINE] } },
  ),
  Directory: object(
    'Names of programmes and organisations, and the own agreements.',
    {
      programmes: listOf(
        object(
          'A programme.',
          {
            id: text('Id.'),
            name: text('Name.'),
            template: text('Template of new journeys.'),
            from: day('First day.'),
            to: day('Last day.'),
            timeZone: text('Its time zone.'),
            partnerCountries: listOf({ type: 'string' }, 'Countries by ISO 3166.'),
          },
          { optional: ['timeZone'] },
        ),
        'Programmes.',
      ),
      organisations: listOf(
        object(
          'An organisation.',
          {
            id: text('Id.'),
            name: text('Name.'),
            kind: oneOf(ORGANISATION_KINDS, 'Kind.'),
            country: text('Country by ISO 3166.'),
            sites: listOf({ type: 'string' }, 'Sites.'),
          },
          { optional: ['country', 'sites'] },
        ),
        'Organisations.',
      ),
      agreements: listOf(
        object('An agreement.', {
          id: text('Id.'),
          programme: text('Programme that it belongs to.'),
          organisation: text('Whom it binds.'),
          kind: text('What it is for.'),
          from: day('First day.'),
          to: day('Last day, on which it still counts.'),
        }),
        'Agreements with the organisations that the asker acts for.',
      ),
    },
    { example: { programmes: [], organisations: [], agreements: [] } },
  ),
});
