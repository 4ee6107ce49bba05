import { possibleCommands, waitingOn, type PossibleCommand, type Role } from '@lotse/domain';
import {
  act,
  CANDIDATE,
  commandOfStep,
  COORDINATOR,
  giveStep,
  JOURNEY,
  ORDINARY,
  recordsOnly,
  stepOf,
  wholeWorld,
  worldAfter,
  worldBefore,
} from './ordinary-journey';
import type { World } from './world';

const possible = (world: World): readonly PossibleCommand[] =>
  possibleCommands(world.state(JOURNEY), world.context(commandOfStep(stepOf('record-housing'))));
const waiting = (world: World): Role | undefined =>
  waitingOn(world.state(JOURNEY), world.context(commandOfStep(stepOf('record-housing'))));
const names = (world: World): readonly string[] => possible(world).map(({ command }) => command);

describe('what can be done next', () => {
  it.each(ORDINARY.slice(1).map(({ label }) => label))('%s is on offer when its turn has come', (label) => {
    const step = stepOf(label);
    const about = step.data.to ?? step.data.placement ?? step.data.contract;
    const creates = ['reserve-placement', 'prepare-contract'].includes(step.command);
    const offered = possible(worldBefore(label)).filter(({ command }) => command === step.command);
    const meant = offered.find((offer) => creates || offer.about === undefined || offer.about === about);
    expect(meant).toMatchObject({ command: step.command, unmet: [] });
    expect(meant?.by).toContain(step.by.role);
  });

  it.each([
    ['give-consent', 'sign-commitment'],
    ['advance.COM', 'agree-placement'],
    ['reserve-placement', 'opt-in'],
    ['opt-in', 'confirm-month'],
    ['start-internship', 'evaluate'],
    ['prepare-contract', 'sign-contract'],
    ['decide-selection', 'decide-selection'],
    ['sign-contract.candidate', 'decline-contract'],
  ])('after %s there is no %s', (after, command) => {
    expect(names(worldAfter(after))).not.toContain(command);
  });

  it('an advance is named with everything that keeps it, for every exit', () => {
    const advances = possible(worldAfter('advance.PRE')).filter(({ command }) => command === 'advance');
    expect(advances.map(({ about, unmet }) => [about, unmet.map(({ guard }) => guard)])).toEqual([
      ['INT', ['title-granted', 'insured', 'housed', 'candidate-arrived', 'day-one-confirmed']],
      ['MAT', []],
    ]);
  });

  it('a closed journey can be reopened, corrected and voided, and its consents change; a void one takes nothing', () => {
    const world = wholeWorld();
    act(world, 'close', '2026-10-01', COORDINATOR, { outcome: 'left', party: 'candidate', returnable: true });
    expect(names(world)).toEqual(['give-consent', 'withdraw-consent', 'reopen', 'correct', 'void']);
    act(world, 'void', '2026-10-01', COORDINATOR, { reason: 'x', approvedBy: 'second-person' });
    expect(possible(world)).toEqual([]);
  });

  it('never offers what only Lotse does, nor a second nomination', () => {
    for (const { label } of ORDINARY) {
      const offered = names(worldAfter(label));
      expect(offered).not.toContain('fire-clock');
      expect(offered).not.toContain('nominate');
    }
  });
});

describe('who is waited for', () => {
  it.each([
    ['nominate', 'candidate'],
    ['give-consent', 'assessor'],
    ['score.2', 'coordinator'],
    ['issue-commitment', 'candidate'],
    ['sign-commitment', 'coordinator'],
    ['reserve-placement', 'company'],
    ['agree-placement', 'candidate'],
    ['advance.MAT', 'university'],
    ['sign-agreement.university', 'company'],
    ['record-housing', 'candidate'],
    ['arrive', 'mentor'],
    ['start-internship', 'coordinator'],
  ])('after %s: %s', (after, role) => {
    expect(waiting(worldAfter(after, recordsOnly(stepOf(after).on)))).toBe(role);
  });

  it('nobody, when the journey is over', () => {
    const world = worldAfter('advance.SEL');
    act(world, 'withdraw', '2026-02-01', CANDIDATE, { reason: 'x' });
    expect(waiting(world)).toBeUndefined();
    expect(giveStep(world, 'issue-commitment', { on: '2026-02-02' }).ok).toBe(false);
  });
});
