import {
  confirmedMonths,
  milestonesOf,
  type DirectoryRow,
  type Overview,
  type OverviewRow,
} from '@lotse/journeys';
import type { JourneyState, JsonObject } from '@lotse/domain';
import {
  inboxSightOf,
  journeyFactsOf,
  POLICY,
  reachOf,
  seeJourney,
  seeRecord,
  visibleFields,
  type Principal,
} from '@lotse/policy';

/** A journey as one line of a list shows it. */
export interface CohortLine {
  readonly id: string;
  readonly person: string;
  readonly programme: string;
  readonly template: string;
  readonly version: number;
  /** Absent where the asker may not know it. */
  readonly name?: { readonly given: string; readonly family: string };
  readonly nationality?: string;
  readonly stage: string;
  readonly stageOn: string;
  readonly status: string;
  readonly university: string;
  readonly companies: readonly string[];
  readonly months: number;
  readonly risk?: string;
  readonly milestones: ReturnType<typeof milestonesOf>;
  readonly tasks: OverviewRow['tasks'];
}

const textIn = (body: JsonObject | undefined, name: string): string | undefined => {
  const value = body?.[name];
  return typeof value === 'string' ? value : undefined;
};

const companiesOf = ({ placements, contracts }: JourneyState): string[] => [
  ...new Set([
    ...Object.values(placements).flatMap(({ company, cancelledOn }) =>
      cancelledOn === undefined ? [company] : [],
    ),
    ...Object.values(contracts).map(({ company }) => company),
  ]),
];

function lineOf(principal: Principal, { state: whole, person, tasks }: OverviewRow): CohortLine {
  const facts = journeyFactsOf(whole);
  const sight = visibleFields(principal, { kind: 'journey', journey: facts });
  const { state } = seeJourney(whole, sight, facts);
  const record = person === undefined ? undefined : seeRecord('person', person, sight);
  const given = textIn(record, 'givenName');
  const nationality = textIn(record, 'nationality');
  const risk = state.integration.checkIns.at(-1)?.risk;
  return {
    id: state.id,
    person: state.person,
    programme: state.programme,
    template: state.template,
    version: state.version,
    ...(given === undefined ? {} : { name: { given, family: textIn(record, 'familyName') ?? '' } }),
    ...(nationality === undefined ? {} : { nationality }),
    stage: state.stage.code,
    stageOn: state.stage.on,
    status: state.status.code,
    university: state.university,
    companies: companiesOf(state),
    months: confirmedMonths(state),
    ...(risk === undefined ? {} : { risk }),
    milestones: milestonesOf(state),
    tasks,
  };
}

/** Whether somebody sees every company of its journeys, not its own alone: whose other companies are is no company's business. */
const seesCompanies = ({ grants }: Principal): boolean =>
  grants.some(({ role }) =>
    POLICY.some(
      (row) =>
        row.role === role &&
        row.ownSide !== true &&
        (row.sees.includes('placement') || row.sees.includes('network')),
    ),
  );

/** Whether somebody chooses among all organisations: who enters an agreement does, before the organisation takes part in anything. */
const choosesAmongAll = ({ grants }: Principal): boolean =>
  grants.some(({ role }) => POLICY.some((row) => row.role === role && row.may.includes('record.write')));

const agreementOf = ({ id, body }: DirectoryRow) => ({
  id,
  programme: textIn(body, 'programme') ?? '',
  organisation: textIn(body, 'organisation') ?? '',
  kind: textIn(body, 'kind') ?? '',
  from: textIn(body, 'from') ?? '',
  to: textIn(body, 'to') ?? '',
});

interface Listed {
  readonly programme?: string;
  readonly after?: string;
  readonly limit: number;
}

/** Many journeys as the asker sees them: rows, fields and tasks alike are cut. @param asker see `asker` */
export const seenCohort = (cohort: Overview, asker: () => Principal) => ({
  page: async (listed: Listed) => {
    const principal = asker();
    const reach = reachOf(principal, 'journey.list');
    const sight = inboxSightOf(principal);
    const { rows, next } = await cohort.page({ ...listed, sight, ...(reach === undefined ? {} : { reach }) });
    const journeys = rows.map((row) => lineOf(principal, row));
    return next === undefined ? { journeys } : { journeys, next };
  },
  directory: async () => {
    const principal = asker();
    const own = principal.grants.flatMap(({ organisation }) => organisation ?? []);
    const all = seesCompanies(principal);
    const rows = await cohort.directory({ whole: choosesAmongAll(principal), own });
    const names = ({ id, body }: (typeof rows)[number]) => ({
      ...body,
      id,
      name: textIn(body, 'name') ?? id,
    });
    return {
      programmes: rows.filter(({ type }) => type === 'programme').map(names),
      organisations: rows
        .filter(
          ({ type, id, body }) =>
            type === 'organisation' && (all || own.includes(id) || body.kind !== 'company'),
        )
        .map(names),
      agreements: rows.filter(({ type }) => type === 'agreement').map(agreementOf),
    };
  },
});
export type SeenCohort = ReturnType<typeof seenCohort>;
