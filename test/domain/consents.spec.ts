import type { JsonObject } from '@lotse/domain';
import {
  act,
  CANDIDATE,
  codeOf,
  COORDINATOR,
  giveStep,
  guardsOf,
  JOURNEY,
  stepOf,
  unmetOf,
  wholeWorld,
  worldAfter,
  worldBefore,
} from './ordinary-journey';
import type { World } from './world';

const give = (world: World, purpose: string, on: string, more: JsonObject = {}) =>
  act(world, 'give-consent', on, CANDIDATE, {
    consentVersion: `${purpose}-1`,
    language: 'ky',
    purpose,
    ...more,
  });
const withdraw = (world: World, purpose: string | undefined, on: string) =>
  act(world, 'withdraw-consent', on, CANDIDATE, purpose === undefined ? {} : { purpose });
const consents = (world: World) => {
  const { consents: given, consentsWithdrawn: withdrawn } = world.state(JOURNEY);
  return { given, withdrawn };
};

describe('a consent', () => {
  it('is for one purpose, with the version and the language of the text that was read', () => {
    const world = worldAfter('give-consent');
    give(world, 'talent-pool', '2026-01-06', { language: 'ru' });
    expect(consents(world)).toEqual({
      given: {
        participation: { version: '2023-10', language: 'ky', on: '2026-01-05' },
        'talent-pool': { version: 'talent-pool-1', language: 'ru', on: '2026-01-06' },
      },
      withdrawn: {},
    });
  });

  it('is given on a text of its purpose, and on no other', () => {
    const world = worldAfter('give-consent');
    expect(guardsOf(give(world, 'talent-pool', '2026-01-06', { consentVersion: 'publicity-1' }))).toEqual([
      'consent-version-listed',
    ]);
    expect(guardsOf(give(world, 'talent-pool', '2026-01-06', { consentVersion: '2023-10' }))).toEqual([
      'consent-version-listed',
    ]);
    expect(codeOf(give(world, 'newsletter', '2026-01-06'))).toBe('fields-invalid');
  });

  it('is withdrawn for that purpose alone, and can be given anew', () => {
    const world = worldAfter('give-consent');
    give(world, 'publicity', '2026-01-06');
    give(world, 'talent-pool', '2026-01-06');
    withdraw(world, 'publicity', '2026-01-07');
    expect(Object.keys(consents(world).given)).toEqual(['participation', 'talent-pool']);
    expect(consents(world).withdrawn).toEqual({ publicity: '2026-01-07' });
    give(world, 'publicity', '2026-01-08');
    expect(consents(world).given.publicity?.on).toBe('2026-01-08');
    expect(consents(world).withdrawn).toEqual({});
  });

  it('that was never given cannot be withdrawn; what comes with taking part can', () => {
    const world = worldAfter('give-consent');
    expect(guardsOf(withdraw(world, 'talent-pool', '2026-01-06'))).toEqual(['consent-given']);
    expect(codeOf(withdraw(world, 'partner-country', '2026-01-06'))).toBe('accepted');
    expect(guardsOf(withdraw(world, 'partner-country', '2026-01-06'))).toEqual(['consent-given']);
    expect(guardsOf(withdraw(worldBefore('give-consent'), undefined, '2026-01-06'))).toEqual([
      'consent-given',
    ]);
  });

  it('of the talent pool is renewed and withdrawn in a closed journey too; to take part is not given there', () => {
    const world = worldAfter('give-consent');
    act(world, 'close', '2026-01-10', COORDINATOR, {
      outcome: 'rejected',
      party: 'programme',
      returnable: true,
    });
    expect(codeOf(give(world, 'talent-pool', '2026-01-11'))).toBe('accepted');
    expect(codeOf(withdraw(world, 'talent-pool', '2026-01-12'))).toBe('accepted');
    expect(codeOf(giveStep(world, 'give-consent', { on: '2026-01-12' }))).toBe('journey-closed');
    expect(codeOf(give(world, 'company-sharing', '2026-01-12'))).toBe('journey-closed');
  });
});

describe('a withdrawal stops what rests on the consent', () => {
  it.each(['company-sharing', undefined])('%s: no company is offered the candidate any more', (purpose) => {
    const world = worldBefore('reserve-placement');
    withdraw(world, purpose, stepOf('reserve-placement').on);
    const refused = giveStep(world, 'reserve-placement');
    expect(guardsOf(refused)).toEqual(['sharing-not-withdrawn']);
    expect(unmetOf(refused)).toMatchObject([
      { who: ['candidate'], remedy: expect.stringMatching(/company-sharing.*give-consent/) },
    ]);
  });

  it.each(['agree-placement', 'prepare-contract', 'offer-contract'])(
    '%s is refused until it is given again',
    (label) => {
      const world = worldBefore(label);
      const { on } = stepOf(label);
      withdraw(world, 'company-sharing', on);
      expect(guardsOf(giveStep(world, label))).toEqual(['sharing-not-withdrawn']);
      give(world, 'company-sharing', on);
      expect(codeOf(giveStep(world, label))).toBe('accepted');
    },
  );

  it('to take part: nobody scores, and the journey goes on to no stage', () => {
    const scored = worldBefore('score.1');
    withdraw(scored, undefined, stepOf('score.1').on);
    expect(guardsOf(giveStep(scored, 'score.1'))).toEqual(['participation-not-withdrawn']);
    const world = worldBefore('advance.COM');
    withdraw(world, undefined, stepOf('advance.COM').on);
    expect(guardsOf(giveStep(world, 'advance.COM'))).toEqual(['participation-not-withdrawn']);
    giveStep(world, 'give-consent', { label: 'again', on: stepOf('advance.COM').on });
    expect(codeOf(giveStep(world, 'advance.COM'))).toBe('accepted');
  });

  it('for the pool or for photos stops nothing of the programme', () => {
    const world = worldBefore('reserve-placement');
    const { on } = stepOf('reserve-placement');
    for (const purpose of ['talent-pool', 'publicity']) {
      give(world, purpose, on);
      withdraw(world, purpose, on);
    }
    expect(codeOf(giveStep(world, 'reserve-placement'))).toBe('accepted');
  });

  it('and leaves what happened as it was', () => {
    const world = wholeWorld();
    const before = world.state(JOURNEY);
    withdraw(world, undefined, '2026-11-01');
    const {
      consents: _given,
      consentsWithdrawn: _withdrawn,
      version: _v,
      youngestOn: _y,
      ...rest
    } = world.state(JOURNEY);
    expect(before).toMatchObject(rest);
  });
});
