import { openSecuredApi, type SecuredApi } from './support/secured-api';
import { TWIN } from './support/twin-cohort';

jest.setTimeout(600_000);

const PATHS = [
  '/api/v1/journeys/ID',
  '/api/v1/journeys/ID/timeline',
  '/api/v1/journeys/ID/notes',
  '/api/v1/journeys/ID/complaints',
  '/api/v1/journeys/ID/approvals',
];

describe('two tenants that differ in nothing but whom they belong to', () => {
  let secured: SecuredApi;
  beforeAll(async () => {
    secured = await openSecuredApi();
  });
  afterAll(() => secured.close());

  const nameless = (text: string, id: string): string =>
    text.replaceAll(id, '…').replace(/"requestId":"[^"]*"/, '');

  it.each(['coordinator', 'company', 'university', 'candidate'])(
    'answers every request of the other %s as if there were nothing, to the byte',
    async (role) => {
      const own = (
        (await secured.ask(role, 'GET', '/api/v1/journeys?limit=200')).json.journeys as { id: string }[]
      ).map(({ id }) => id);
      expect(own.length).toBeGreaterThan(0);
      let replayed = 0;
      for (const id of own)
        for (const path of PATHS) {
          const mine = await secured.ask(role, 'GET', path.replace('ID', id));
          const theirs = await secured.ask(`twin-${role}`, 'GET', path.replace('ID', id));
          const nowhere = await secured.ask(`twin-${role}`, 'GET', path.replace('ID', 'nowhere'));
          if (mine.status === 200) expect(theirs.status).toBe(404);
          expect(nameless(theirs.body, id)).toBe(nameless(nowhere.body, 'nowhere'));
          expect(theirs.headers).toEqual(nowhere.headers);
          replayed += 1;
        }
      expect(replayed).toBe(own.length * PATHS.length);
    },
  );

  it.each(['coordinator', 'company', 'university', 'candidate'])(
    'lists to %s nothing of the other tenant, in journeys and inbox',
    async (role) => {
      for (const path of ['/api/v1/journeys?limit=200', '/api/v1/inbox?limit=200']) {
        const { status, body } = await secured.ask(role, 'GET', path);
        expect(status).toBe(200);
        expect(body).not.toContain(`"${TWIN}`);
        const twin = await secured.ask(`twin-${role}`, 'GET', path);
        // What is left without the prefix would be the first tenant's.
        expect(twin.body).not.toMatch(/"(journey|id)":"j\d\d"/);
      }
    },
  );
});
