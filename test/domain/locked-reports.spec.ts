import { codeOf, correct, guardsOf, unmetOf, worldAfter } from './ordinary-journey';
import type { World } from './world';

/** A world in which the report of June holds the signed commitment. */
function locked(): World {
  const world = worldAfter('advance.COM');
  world.locked = ({ commandId }) => (commandId === 'sign-commitment' ? 'report-2026-06' : undefined);
  return world;
}
const change = { data: { evidence: 'other' } };

describe('a fact in a locked report (rule 5)', () => {
  it('is not corrected by one person, and the refusal names the report', () => {
    const decision = correct(locked(), 'sign-commitment', change);
    expect(guardsOf(decision)).toEqual(['locked-report']);
    expect(unmetOf(decision)[0]?.remedy).toContain('report-2026-06');
    expect(guardsOf(correct(locked(), 'sign-commitment', { strike: true }))).toEqual(['locked-report']);
  });

  it('is corrected by two people, and the fact keeps who approved', () => {
    const world = locked();
    const decision = correct(world, 'sign-commitment', { ...change, approvedBy: 'second-person' });
    expect(decision).toMatchObject({
      ok: true,
      facts: [{ correction: { approvedBy: 'second-person' } }],
    });
    world.as('coordinator-1');
    expect(
      guardsOf(
        correct(locked().as('coordinator-1'), 'sign-commitment', { ...change, approvedBy: 'coordinator-1' }),
      ),
    ).toContain('approved-by-second-person');
  });

  it('keeps nobody from correcting another fact alone', () => {
    expect(codeOf(correct(locked(), 'issue-commitment', { data: { languages: ['ky', 'de', 'ru'] } }))).toBe(
      'accepted',
    );
  });
});
