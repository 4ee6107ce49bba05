import { COMMANDS, type JsonObject, type Role } from '@lotse/domain';
import { openSecuredApi, TODAY, type SecuredApi } from './support/secured-api';
import { partiesOfCohort, TWIN, type Parties } from './support/twin-cohort';

jest.setTimeout(900_000);

/** Who asks, with the role under which the test's own table knows them. */
const ASKERS = [
  'administrator',
  'coordinator',
  'named',
  'lead',
  'auditor',
  'funder',
  'candidate',
  'company',
  'mentor',
  'university',
  'assessor',
  'municipality',
] as const;
type Asker = (typeof ASKERS)[number];

/** Whom the municipality houses; nobody in the cohort itself. */
const HOUSED = 'j03';

type Standing = 'own' | 'assigned' | 'organisation' | 'programme' | 'none';

/** How an asker stands to a journey of the first tenant, from the file alone. */
function standing(asker: Asker, parties: Parties | undefined): Standing {
  if (asker === 'administrator') return 'programme';
  if (parties === undefined) return 'none';
  const { person, university, companies, mentors } = parties;
  if (asker === 'candidate') return person === 'p01' ? 'own' : 'none';
  if (asker === 'company') return companies.includes('company-1') ? 'organisation' : 'none';
  if (asker === 'mentor') return mentors.includes('mentor-company-1') ? 'assigned' : 'none';
  if (asker === 'university') return university === 'uni-1' ? 'organisation' : 'none';
  if (asker === 'municipality') return parties.journey === HOUSED ? 'organisation' : 'none';
  if (asker === 'assessor') return parties.assessors.includes('assessor-1') ? 'assigned' : 'programme';
  return 'programme';
}

/** What may be read of a journey where one stands so; written by hand, not taken from the policy. 403: related, but not this. */
const READS: Readonly<Record<string, Readonly<Partial<Record<Asker, 200 | 403>>>>> = {
  '': {
    administrator: 200,
    coordinator: 200,
    named: 200,
    lead: 200,
    auditor: 200,
    funder: 403,
    candidate: 200,
    company: 200,
    mentor: 200,
    university: 200,
    assessor: 200,
    municipality: 200,
  },
  '/timeline': {
    administrator: 200,
    coordinator: 200,
    named: 200,
    lead: 200,
    auditor: 200,
    funder: 403,
    candidate: 200,
    company: 200,
    mentor: 200,
    university: 200,
    assessor: 403,
    municipality: 200,
  },
  '/notes': {
    administrator: 403,
    coordinator: 200,
    named: 200,
    lead: 403,
    auditor: 403,
    funder: 403,
    candidate: 200,
    company: 200,
    mentor: 200,
    university: 200,
    assessor: 403,
    municipality: 200,
  },
  '/complaints': {
    administrator: 403,
    coordinator: 403,
    named: 200,
    lead: 200,
    auditor: 403,
    funder: 403,
    candidate: 200,
    company: 403,
    mentor: 403,
    university: 403,
    assessor: 403,
    municipality: 403,
  },
  '/approvals': {
    administrator: 200,
    coordinator: 200,
    named: 200,
    lead: 200,
    auditor: 403,
    funder: 403,
    candidate: 403,
    company: 403,
    mentor: 403,
    university: 403,
    assessor: 403,
    municipality: 403,
  },
};

/** Roles in which an asker gives commands, by hand. */
const VOICE: Readonly<Partial<Record<Asker, Role>>> = {
  coordinator: 'coordinator',
  named: 'coordinator',
  lead: 'data-protection-lead',
  candidate: 'candidate',
  company: 'company',
  mentor: 'mentor',
  university: 'university',
  assessor: 'assessor',
  municipality: 'municipality',
};
const ORGANISATION: Readonly<Partial<Record<Asker, string>>> = {
  company: 'company-1',
  mentor: 'company-1',
  university: 'uni-1',
  municipality: 'partner-migration-office',
};

/** Each by a session of its own, as a browser has one. */
describe('every cell of role, action and relation', () => {
  let secured: SecuredApi;
  const parties = partiesOfCohort();
  const subjects = [
    ...parties.map((one) => ({ journey: one.journey, of: one })),
    ...parties.map((one) => ({ journey: `${TWIN}${one.journey}`, of: undefined })),
  ];
  const violations: string[] = [];
  let cells = 0;

  beforeAll(async () => {
    secured = await openSecuredApi();
    const housed = await secured.askInSession('coordinator', 'POST', `/api/v1/journeys/${HOUSED}/commands`, {
      id: 'housed',
      command: 'record-housing',
      happenedOn: TODAY,
      by: { role: 'coordinator' },
      data: { place: 'Торгау, Bahnhofstr. 1', municipality: 'partner-migration-office' },
    });
    expect(housed.status).toBe(201);
  });
  afterAll(async () => {
    await secured.close();
    process.stdout.write(`policy cells tested: ${cells}, violations: ${violations.length}\n`);
  });

  const judge = (cell: string, expected: unknown, found: unknown): void => {
    cells += 1;
    if (JSON.stringify(expected) !== JSON.stringify(found))
      violations.push(`${cell}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
  };

  it.each(ASKERS)('reads as %s what the table by hand says, and nothing else', async (asker) => {
    const before = violations.length;
    for (const [path, allowed] of Object.entries(READS))
      for (const { journey, of } of subjects) {
        const { status } = await secured.askInSession(asker, 'GET', `/api/v1/journeys/${journey}${path}`);
        const here = standing(asker, of);
        const mayAtAll = allowed[asker] ?? 403;
        // A role that never may is told so without a look at the journey.
        const expected = mayAtAll === 403 ? 403 : here === 'none' ? 404 : 200;
        // The selection of the cohort is decided: assessors read on only what they scored.
        const closed = asker === 'assessor' && expected === 200 && here !== 'assigned' ? 404 : expected;
        judge(`${asker} GET ${path || '/'} ${journey} (${here})`, closed, status);
      }
    expect(violations.slice(before)).toEqual([]);
  });

  it.each(ASKERS)('lets %s give the commands of the role, where it stands so', async (asker) => {
    const before = violations.length;
    const near = subjects.find(({ of }) => standing(asker, of) !== 'none');
    const far = subjects.find(({ of }) => standing(asker, of) === 'none');
    for (const { journey, of } of [near, far].flatMap((one) => one ?? []))
      for (const [name, { by }] of Object.entries(COMMANDS).filter(([command]) => command !== 'nominate')) {
        const voice = VOICE[asker] ?? by[0] ?? 'coordinator';
        const organisation = ORGANISATION[asker];
        const body: JsonObject = {
          id: `cell-${name}`,
          command: name,
          happenedOn: TODAY,
          by: { role: voice, ...(organisation === undefined ? {} : { organisation }) },
          data: name === 'score' ? { assessor: 'assessor-1' } : {},
        };
        const preview = (id: string) =>
          secured.askInSession(asker, 'POST', `/api/v1/journeys/${id}/commands/preview`, body);
        const { status, json, body: answered } = await preview(journey);
        const here = standing(asker, of);
        // A journey out of reach answers what one answers that does not exist, to the byte.
        const nowhere = here === 'none' ? await preview(NOWHERE) : undefined;
        const isUnknown =
          nowhere?.status === status && nameless(answered, journey) === nameless(nowhere.body, NOWHERE);
        const verdict = isUnknown ? 'unknown' : verdictOf(status, json);
        judge(
          `${asker} previews ${name} in ${journey} (${here})`,
          expectedVerdict(asker, name, here),
          verdict,
        );
      }
    expect(violations.slice(before)).toEqual([]);
  });

  it('has looked at more than two thousand cells and found none that is wrong', () => {
    expect(violations).toEqual([]);
    expect(cells).toBeGreaterThan(2_000);
  });
});

type Verdict = 'policy' | 'unknown' | 'judged';

const NOWHERE = 'no-such-journey';

/** An answer without the journey's id, as it was asked for, and without the request's own. */
const nameless = (body: string, journey: string): string =>
  body.replaceAll(journey, '…').replace(/"requestId":"[^"]*"/, '');

/** `policy`: the table says no. `unknown`: no such journey. `judged`: the domain was asked. */
function verdictOf(status: number, { code, unmet }: JsonObject): Verdict {
  if (status === 403 && code === 'not-allowed') return 'policy';
  const guards = Array.isArray(unmet) ? unmet.map((one: JsonObject) => one.guard) : [];
  return guards.includes('policy') ? 'policy' : 'judged';
}

function expectedVerdict(asker: Asker, command: string, here: Standing): Verdict {
  if (here === 'none') return 'unknown';
  // The data-protection lead answers complaints and tries nothing out.
  if (asker === 'auditor' || asker === 'funder' || asker === 'lead') return 'policy';
  // Decided long ago: an assessor reads its scores and gives nothing more.
  if (asker === 'assessor') return 'policy';
  if (command === 'fire-clock' && asker === 'administrator') return 'policy';
  if (command === 'answer-complaint') return asker === 'named' ? 'judged' : 'policy';
  return 'judged';
}
