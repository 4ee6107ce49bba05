import { EMPTY_AXES, STATE_SHAPE, type JsonObject } from '@lotse/domain';
import { ref } from '../ref';
import { AXES_PROPERTIES, OPTIONAL_AXES } from './axes.schemas';
import { day, dayBy, integer, listOf, mapOf, number, object, oneOf, text, yesNo } from './shapes';

/** As it crosses the wire. */
const NO_AXES = JSON.parse(JSON.stringify(EMPTY_AXES)) as JsonObject;

/** Codes of a journey's status. */
export const STATUSES = ['open', 'on-hold', 'closed', 'void'];

const since = (description: string, code: JsonObject): JsonObject =>
  object(description, {
    code,
    on: day('Day it began.'),
    insertedOn: day('Day on which that was recorded here.'),
  });

const commitment = object(
  'The self-commitment as far as it has come.',
  {
    issued: object('The text as issued.', {
      on: day('Day of issue.'),
      textVersion: text('Version of the text.'),
      languages: listOf({ type: 'string' }, 'Languages it was issued in.'),
    }),
    signed: object('The signature.', {
      on: day('Day of signature.'),
      textVersion: text('Version that was signed.'),
    }),
    readOn: day('Day on which the candidate had read it.'),
    refusedOn: day('Day of the refusal.'),
    countersignedOn: day('Day of the countersignature.'),
    waivedOn: day('Day of the waiver.'),
    withdrawnOn: day('Day of the withdrawal.'),
  },
  { optional: ['issued', 'signed', 'readOn', 'refusedOn', 'countersignedOn', 'waivedOn', 'withdrawnOn'] },
);

const PLACEMENT = {
  id: 'pl01',
  company: 'company-1',
  site: 'Oschatz',
  from: '2024-09-02',
  to: '2025-02-28',
  hoursPerWeek: 40,
  route: '16e',
  hostCoversPublicCosts: true,
  reservedOn: '2024-06-03',
  signatures: {},
  months: {},
  evaluations: {},
};

/** A journey folded from its facts. */
export const stateSchemas = (): JsonObject => ({
  StageWording: object(
    'A stage in the words of a candidate, by language.',
    { de: text('German.'), en: text('English.'), ru: text('Russian.'), ky: text('Kyrgyz.') },
    {
      example: {
        de: 'Du arbeitest. Willkommen im Team.',
        en: 'You are working. Welcome to the team.',
        ru: 'Вы работаете. Добро пожаловать в коллектив.',
        ky: 'Сиз иштеп жатасыз. Жамаатка кош келиңиз.',
      },
    },
  ),
  PlacementState: object(
    'A placement as far as it has come.',
    {
      id: text('Id of the placement.'),
      company: text('Company.'),
      site: text('Site of the company.'),
      from: day('First day agreed.'),
      to: day('Last day agreed.'),
      hoursPerWeek: number('Hours a week.'),
      route: text('Route of residence.'),
      hostCoversPublicCosts: yesNo('Whether the host undertakes to cover public costs.'),
      mandatory: yesNo('Whether the degree asks for it.'),
      monthlyPayEur: number('Pay in euro a month.'),
      reservedOn: day('Day of the reservation.'),
      mentor: text('Reference of the mentor.'),
      agreedOn: day('Day on which the company opted in.'),
      optedInOn: day('Day on which the candidate opted in.'),
      signatures: dayBy('Days of the signatures by party.'),
      underpaymentApprovedOn: day('Day on which a second person approved pay below the minimum wage.'),
      pending: object('Changed terms that not every party has signed.', {
        amendment: text('Reference of the amendment.'),
        parties: listOf({ type: 'string' }, 'Parties that sign.'),
        signatures: dayBy('Days of the signatures by party.'),
        terms: mapOf({}, 'The changed terms.'),
      }),
      amendments: listOf({ type: 'string' }, 'Amendments in force, oldest first.'),
      arrivedOn: day('Day of arrival.'),
      startedOn: day('First day worked.'),
      startInsertedOn: day('Day on which the start was recorded here.'),
      interruptedOn: day('Day since which it is interrupted.'),
      ended: object('Its end.', {
        on: day('Day of the record.'),
        how: oneOf(['planned', 'early', 'no-show'], 'How it ended.'),
        lastDay: day('Last day.'),
        insertedOn: day('Day on which the end was recorded here.'),
      }),
      cancelledOn: day('Day of the cancellation.'),
      months: mapOf({ type: 'string', enum: ['confirmed', 'contested'] }, 'Months by their last word.'),
      evaluations: dayBy('Days of the evaluations by party.'),
      recommended: yesNo('Whether the company recommends taking the candidate on.'),
    },
    {
      optional: [
        'mandatory',
        'monthlyPayEur',
        'mentor',
        'agreedOn',
        'optedInOn',
        'underpaymentApprovedOn',
        'pending',
        'amendments',
        'arrivedOn',
        'startedOn',
        'startInsertedOn',
        'interruptedOn',
        'ended',
        'cancelledOn',
        'recommended',
      ],
      example: PLACEMENT,
    },
  ),
  ContractState: object(
    'An employment contract as far as it has come.',
    {
      id: text('Id of the contract.'),
      company: text('Company.'),
      startsOn: day('First day of work agreed.'),
      monthlyGrossEur: number('Gross pay in euro a month; absent where pay is hidden.'),
      fixedExtrasEur: number('Fixed extras in euro a year.'),
      hoursPerWeek: number('Hours a week.'),
      preparedOn: day('Day on which it was prepared.'),
      amendedOn: day('Day of the last amendment.'),
      offered: object(
        'The offer.',
        {
          on: day('Day of the offer.'),
          insertedOn: day('Day on which it was recorded here.'),
          validUntil: day('Last day on which it can be accepted.'),
        },
        { optional: ['validUntil'] },
      ),
      signatures: dayBy('Days of the signatures by party.'),
      declinedOn: day('Day on which the candidate declined.'),
      retractedOn: day('Day on which the company retracted it.'),
      withdrawnOn: day('Day on which it ended with the journey.'),
    },
    {
      optional: [
        'monthlyGrossEur',
        'fixedExtrasEur',
        'amendedOn',
        'offered',
        'declinedOn',
        'retractedOn',
        'withdrawnOn',
      ],
      example: {
        id: 'ct01',
        company: 'company-1',
        startsOn: '2025-09-01',
        monthlyGrossEur: 3450,
        hoursPerWeek: 39,
        preparedOn: '2025-01-20',
        signatures: {},
      },
    },
  ),
  JourneyState: object(
    'A journey folded from its facts: ids, days, codes and numbers. Free text stands in the timeline alone.',
    {
      id: text('Id of the journey.'),
      version: integer('Number of its facts.'),
      youngestOn: day('Youngest day of its facts.'),
      person: text('Person.'),
      programme: text('Programme.'),
      template: text('Template.'),
      university: text('University that nominated.'),
      agreement: text('Agreement under which it nominated.'),
      stage: since('Where it stands.', text('Code of the stage.')),
      status: since('Whether it goes on.', oneOf(STATUSES, 'Status.')),
      closure: object(
        'How it was closed.',
        {
          outcome: text('Outcome.'),
          party: text('Side at cause.'),
          returnable: yesNo('Whether the candidate may come back.'),
        },
        { optional: ['outcome', 'party', 'returnable'] },
      ),
      consents: mapOf(
        object('A consent in force.', {
          version: text('Version of the text.'),
          language: text('Language.'),
          on: day('Day on which it was last given.'),
        }),
        'Consents in force by purpose.',
      ),
      consentsWithdrawn: dayBy('Days of withdrawal by purpose, until the consent is given again.'),
      scores: listOf(
        object('A score that was given.', {
          assessor: text('Assessor.'),
          conflictOfInterest: yesNo('Whether a conflict of interest was declared.'),
        }),
        'Scorecards handed in.',
      ),
      selection: oneOf(['selected', 'waiting-list', 'rejected'], 'Outcome of the selection.'),
      commitment,
      placements: mapOf(ref('PlacementState'), 'Placements by id.'),
      titles: listOf(
        object(
          'A visa or permit.',
          {
            stay: integer('Number of the stay.'),
            route: text('Route.'),
            validFrom: day('First day.'),
            validTo: day('Last day.'),
            kind: text('Visa or permit.'),
            insertedOn: day('Day on which it was recorded here.'),
          },
          { optional: ['kind'] },
        ),
        'Titles granted.',
      ),
      insuredFrom: day('First day insured.'),
      housedOn: day('Day on which housing was recorded.'),
      municipality: text('Municipality where the person lives, once one is named.'),
      entries: dayBy('Days of later entries by number of the stay.'),
      studies: object(
        'The end of the studies.',
        {
          expectedDegreeOn: day('Day on which the degree is expected.'),
          insertedOn: day('Day on which that was recorded here.'),
          stays: yesNo('Whether the candidate stays for the studies.'),
        },
        { optional: ['stays'] },
      ),
      contracts: mapOf(ref('ContractState'), 'Contracts by id.'),
      fired: listOf({ type: 'string' }, 'Clocks that have fired, each with its day.'),
      previousJourney: text('Closed journey of the same person that this one follows.'),
      ...AXES_PROPERTIES,
    },
    {
      optional: [
        'closure',
        'selection',
        'insuredFrom',
        'housedOn',
        'municipality',
        'studies',
        'previousJourney',
        ...OPTIONAL_AXES,
      ],
      example: {
        id: 'j01',
        version: 2,
        youngestOn: '2024-01-16',
        person: 'p01',
        programme: 'kg-glass-2023',
        template: 'de-uni-internship-hire@1',
        university: 'university-1',
        agreement: 'ag-1',
        stage: { code: 'NOM', on: '2024-01-15', insertedOn: '2024-01-15' },
        status: { code: 'open', on: '2024-01-15', insertedOn: '2024-01-15' },
        consents: { participation: { version: '2023-10', language: 'ky', on: '2024-01-16' } },
        consentsWithdrawn: {},
        scores: [],
        commitment: {},
        placements: {},
        titles: [],
        entries: {},
        contracts: {},
        fired: [],
        ...NO_AXES,
        shape: STATE_SHAPE,
        entered: { NOM: '2024-01-15' },
        nomination: { status: 'sent', on: '2024-01-15' },
      },
    },
  ),
});
