import type { Decision, JsonObject } from '@lotse/domain';
import { act, COORDINATOR, guardsOf, PLACEMENT, UNIVERSITY, unmetOf, worldAfter } from './ordinary-journey';

/** The first signature under a placement of a student of § 16b. */
function sign(data: JsonObject, before: readonly JsonObject[] = []): Decision {
  const world = worldAfter('advance.COM');
  const reserve = (more: JsonObject): Decision =>
    act(world, 'reserve-placement', '2026-02-02', COORDINATOR, { ...PLACEMENT, route: '16b', ...more });
  before.forEach((other, index) => expect(reserve({ ...other, placement: `old-${index}` }).ok).toBe(true));
  expect(reserve({ mandatory: false, monthlyPayEur: 9000, ...data }).ok).toBe(true);
  return act(world, 'sign-agreement', '2026-02-10', UNIVERSITY, {
    placement: 'pl-1',
    party: 'university',
    evidence: 'a',
  });
}
const TOO_MANY = ['agreement-lawful:yearly-days'];

// 140 days from Monday to Friday end on 11 September 2026 when they begin on 2 March.
describe('days of work of a student (§ 16b AufenthG)', () => {
  it.each([
    ['140 full days fit', { from: '2026-03-02', to: '2026-09-11' }, []],
    ['one more does not', { from: '2026-03-02', to: '2026-09-14' }, TOO_MANY],
    ['the weekend after does', { from: '2026-03-02', to: '2026-09-13' }, []],
    ['days of four hours count half', { from: '2026-01-05', to: '2026-12-31', hoursPerWeek: 20 }, []],
    [
      'more than four hours are a full day',
      { from: '2026-01-05', to: '2026-12-31', hoursPerWeek: 20.5 },
      TOO_MANY,
    ],
    ['each calendar year counts alone', { from: '2026-08-03', to: '2027-05-28' }, []],
    [
      'what the curriculum requires does not count',
      { from: '2026-01-05', to: '2026-12-31', mandatory: true },
      [],
    ],
    ['another route has no such limit', { from: '2026-01-05', to: '2026-12-31', route: '18b' }, []],
  ] as const)('%s', (_name, data, expected) => {
    expect(guardsOf(sign(data))).toEqual(expected);
  });

  it('of all placements of the year add up, and the refusal says how many', () => {
    const decision = sign({ from: '2026-06-01', to: '2026-07-31' }, [
      { from: '2026-01-05', to: '2026-05-29' },
    ]);
    expect(guardsOf(decision)).toEqual(TOO_MANY);
    expect(unmetOf(decision)[0]?.remedy).toMatch(/at most 140 full days.*2026 would have 150/);
  });
});
