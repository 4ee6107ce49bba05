import { AVAILABLE, ROLES, type Actor, type Role } from '@lotse/domain';
import { actorOf, DECLARED } from './command-samples';
import {
  codeOf,
  commandOfStep,
  guardsOf,
  recordsOnly,
  unmetOf,
  wholeWorld,
  type Step,
} from './ordinary-journey';
import type { World } from './world';

const rows = Object.entries(DECLARED).flatMap(([command, { by }]) =>
  ROLES.map((role) => ({ command, role, allowed: by.includes(role) })),
);

/** Asks without keeping the answer, so that every case meets the same world. */
function answer(world: World, command: string, by: Actor): ReturnType<World['submit']> {
  const declared = DECLARED[command];
  const step: Step = { label: 'asked', command, on: '2026-10-01', by, data: declared?.required ?? {} };
  return world.ask(commandOfStep(step));
}

describe('who may give which command', () => {
  const whole = wholeWorld();
  const empty = recordsOnly();
  const worldOf = (command: string): World => (command === 'nominate' ? empty : whole);

  it('is declared for every command that can be submitted', () => {
    expect(Object.keys(DECLARED).sort()).toEqual([...AVAILABLE].sort());
  });

  it.each(rows.filter(({ command }) => command !== 'fire-clock'))(
    '$command by $role: allowed $allowed',
    ({ command, role, allowed }) => {
      const decision = answer(worldOf(command), command, actorOf(role));
      if (allowed) {
        expect(codeOf(decision)).not.toBe('actor-not-allowed');
      } else {
        expect(codeOf(decision)).toBe('actor-not-allowed');
        expect(unmetOf(decision)[0]?.who).toEqual(DECLARED[command]?.by);
        expect(unmetOf(decision)[0]?.remedy).toContain(command);
      }
    },
  );

  it.each(ROLES)('takes fire-clock by %s from Lotse itself alone', (role) => {
    const asPerson = answer(whole, 'fire-clock', actorOf(role));
    expect(codeOf(asPerson)).toBe('actor-not-allowed');
    const asLotse = answer(wholeWorld().as('system'), 'fire-clock', actorOf(role));
    expect(codeOf(asLotse) === 'actor-not-allowed').toBe(role !== 'system');
  });

  it('takes nothing else from Lotse itself', () => {
    expect(codeOf(answer(wholeWorld().as('system'), 'record-housing', { role: 'coordinator' }))).toBe(
      'actor-not-allowed',
    );
  });

  const acting = rows.filter(
    ({ role, allowed }) => allowed && (['university', 'company', 'mentor'] as readonly Role[]).includes(role),
  );
  it.each(acting)('$command by $role needs the organisation concerned', ({ command, role }) => {
    for (const by of [{ role }, { role, organisation: 'uni-2' }, { role, organisation: 'company-2' }]) {
      const decision = answer(worldOf(command), command, by);
      expect(codeOf(decision)).toBe('actor-not-allowed');
      expect(guardsOf(decision)).toEqual(['organisation']);
      expect(unmetOf(decision)[0]?.remedy).toContain(role === 'university' ? 'uni-1' : 'company-1');
    }
  });
});
