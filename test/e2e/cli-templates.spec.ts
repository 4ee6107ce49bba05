import { isJsonObject, type JsonObject } from '@lotse/domain';
import type { BulkRow, Simulated } from '@lotse/journeys';
import { openCallHome, type CallHome } from './support/call-home';
import { example, json, ndjson } from './support/lotse';

jest.setTimeout(480_000);

const FIRST = 'de-uni-internship-hire@1';
const NEXT = 'de-uni-internship-hire@2';

/** From the published template to the next one and running journeys on it. */
describe('lotse template', () => {
  let home: CallHome;
  let body: JsonObject;
  const cohort = ['--programme', 'glass-branches-2024'];

  beforeAll(async () => {
    home = await openCallHome();
    await home.call(['import', example('branches/branches.jsonl')]);
    const shown = json<JsonObject>(await home.call(['template', 'show', FIRST, '--json']));
    const stages = Array.isArray(shown.stages) ? shown.stages.filter(isJsonObject) : [];
    // The committed wait longer, and there is no stage FUP any more.
    body = {
      ...shown,
      id: NEXT,
      stages: stages
        .filter(({ code }) => code !== 'FUP')
        .map((stage) => ({
          ...stage,
          exits: (Array.isArray(stage.exits) ? stage.exits : []).map((exit) =>
            exit === 'FUP' ? 'DONE' : exit,
          ),
          ...(stage.code === 'RET' && Array.isArray(stage.clocks)
            ? {
                clocks: stage.clocks
                  .filter(isJsonObject)
                  .map((clock) => (clock.code === 'degree' ? { ...clock, after: 'P60D' } : clock)),
              }
            : {}),
        })),
    };
  });
  afterAll(() => home.close());

  it('show tells stages, guards and clocks, and refuses an unknown one', async () => {
    expect((await home.call(['template', 'show', FIRST])).stdout).toMatch(
      /^RET +Finishing studies +contract/m,
    );
    const { code, stderr } = await home.call(['template', 'show', 'none@1']);
    expect(code).toBe(2);
    expect(stderr).toContain('[template-unknown]');
  });

  it('validate names every fault, draft keeps a template with its faults', async () => {
    const input = JSON.stringify({ ...body, consents: [] });
    const wrong = await home.call(['template', 'validate', '-'], { input });
    expect(wrong).toMatchObject({ code: 2, stdout: expect.stringContaining('consents') });
    expect((await home.call(['template', 'draft', '-'], { input })).stdout).toMatch(
      /accepted\n {4}.*consents/,
    );
    expect((await home.call(['template', 'publish', NEXT])).code).toBe(2);
    const sound = { input: JSON.stringify(body) };
    expect((await home.call(['template', 'validate', '-'], sound)).stdout).toBe(
      `${NEXT} can be published.\n`,
    );
    expect(json(await home.call(['template', 'draft', '-', '--json'], sound))).toEqual({
      result: 'accepted',
      faults: [],
    });
  });

  it('diff lists what differs, simulate where a cohort would stand, and who cannot move and why', async () => {
    expect((await home.call(['template', 'diff', FIRST, NEXT])).stdout).toMatch(
      /stages\.RET\.clocks\.\d\.after +"P30D" +"P60D"/,
    );
    const rows = ndjson<Simulated>(await home.call(['template', 'simulate', NEXT, ...cohort, '--json']));
    expect(rows).toHaveLength(15);
    expect(rows.find(({ journey }) => journey === 'branch-15')).toEqual({
      journey: 'branch-15',
      template: { before: FIRST, after: NEXT },
      reason: expect.stringContaining('has no stage FUP'),
    });
    expect(rows.find(({ journey }) => journey === 'branch-13')).toMatchObject({
      stage: { before: 'RET', after: 'RET' },
      clocks: expect.arrayContaining([
        { clock: 'degree', before: '2027-02-28', after: '2027-03-30', stopped: false },
      ]),
    });
  });

  it('migrate previews every due day, moves once the template is published, and undo moves back', async () => {
    const migrate = ['template', 'migrate', NEXT, ...cohort];
    expect(json(await home.call(['template', 'publish', NEXT, '--json']))).toEqual({ result: 'accepted' });
    const preview = await home.call([...migrate, '--map', 'FUP=EMP', '--preview']);
    expect(preview.stdout).toMatch(/^branch-15: FUP → EMP$/m);
    expect(preview.stdout).toMatch(
      /^branch-13: RET → RET\n(?: {4}.*\n)* {4}degree 2027-02-28 → 2027-03-30$/m,
    );
    expect(preview.stderr).toContain('15 would move, 0 would stay');
    expect((await home.call(migrate)).stderr).toContain('[option-missing]');
    const moved = await home.call([...migrate, '--reason', 'new rules', '--batch', 'next', '--json']);
    expect(moved.code).toBe(2);
    const rows = ndjson<BulkRow>(moved);
    expect(rows.filter(({ result }) => result === 'accepted')).toHaveLength(14);
    expect(rows.filter(({ result }) => result === 'refused')).toMatchObject([{ journey: 'branch-15' }]);
    const back = await home.call(['undo', 'next', '--reason', 'too early', '--json']);
    expect(ndjson<BulkRow>(back).filter(({ result }) => result === 'accepted')).toHaveLength(14);
  });
});
