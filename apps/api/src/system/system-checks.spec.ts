import type { SystemFigures } from '@lotse/persistence';
import type { Measured } from './measure';
import { checksOf, type Check } from './system-checks';

const AT = new Date('2026-03-10T12:00:00Z');
const FIGURES: SystemFigures = {
  server: '18.4',
  bytes: 25_000_000,
  wakes: 0,
  mailsWaiting: 0,
  mailsDead: 0,
  webhooksWaiting: 0,
  webhooksDead: 0,
  auditWaiting: 3,
  filesPending: 0,
};
const WELL: Measured = {
  at: AT,
  database: FIGURES,
  temporal: {
    answers: true,
    version: '1.32.1',
    lookedAt: AT,
    pollers: [{ identity: 'worker-1', lastPolledAt: new Date('2026-03-10T11:59:30Z') }],
    stuck: [],
  },
  auditHead: '2026-03-09',
  backup: new Date('2026-03-10T02:00:00Z'),
};

const look = (measured: Partial<Measured>, check: Check['check']): Check | undefined =>
  checksOf({ ...WELL, ...measured }).find((one) => one.check === check);
const hours = (count: number): Date => new Date(AT.getTime() - count * 3_600_000);

describe('how the system is', () => {
  it('is fine where everything answers, without advice', () => {
    for (const check of checksOf(WELL)) {
      expect(check).toMatchObject({ state: 'fine' });
      expect(check).not.toHaveProperty('helps');
    }
  });

  it('says of everything that could not be seen that it could not, and what helps', () => {
    for (const check of checksOf({ at: AT }))
      expect({ ...check, helps: check.helps ?? '' }).toMatchObject({
        state: check.check === 'database' ? 'failing' : 'unknown',
        helps: expect.stringMatching(/.{10}/),
      });
  });

  it('fails without a worker that asked for work within a good minute', () => {
    const asked = (lastPolledAt: Date): Measured['temporal'] => ({
      answers: true,
      version: '1.32.1',
      lookedAt: AT,
      pollers: [{ identity: 'worker-1', lastPolledAt }],
      stuck: [],
    });
    expect(look({ temporal: asked(new Date('2026-03-10T11:58:46Z')) }, 'workers')).toMatchObject({
      state: 'fine',
    });
    expect(look({ temporal: asked(new Date('2026-03-10T11:58:45Z')) }, 'workers')).toMatchObject({
      state: 'failing',
      count: 0,
    });
  });

  it('names journeys that are stuck', () => {
    const temporal: Measured['temporal'] = {
      answers: true,
      version: '1.32.1',
      lookedAt: AT,
      pollers: [],
      stuck: [{ journeyId: 'j07', runId: 'r', attempt: 4, cause: 'x' }],
    };
    expect(look({ temporal }, 'stuck-journeys')).toMatchObject({ state: 'attention', journeys: ['j07'] });
  });

  it('fails when Temporal is known and does not answer, and then sees no workers', () => {
    const temporal: Measured['temporal'] = { answers: false, problem: 'refused at 10.0.0.7' };
    expect(look({ temporal }, 'temporal')).toMatchObject({ state: 'failing' });
    expect(look({ temporal }, 'workers')).toMatchObject({ state: 'unknown' });
    expect(JSON.stringify(checksOf({ ...WELL, temporal }))).not.toContain('10.0.0.7');
  });

  it('asks to look at mails that died, or wait for over an hour', () => {
    const mails = (figures: Partial<SystemFigures>) =>
      look({ database: { ...FIGURES, ...figures } }, 'mails')?.state;
    expect(mails({ mailsDead: 1 })).toBe('attention');
    expect(mails({ mailsWaiting: 2, oldestMail: hours(1) })).toBe('fine');
    expect(mails({ mailsWaiting: 2, oldestMail: new Date(hours(1).getTime() - 1) })).toBe('attention');
  });

  it('asks to look at a backup older than a day and at a head that was not noted', () => {
    expect(look({ backup: hours(26) }, 'backup')?.state).toBe('fine');
    expect(look({ backup: hours(27) }, 'backup')?.state).toBe('attention');
    expect(look({ auditHead: '2026-03-07' }, 'audit-head')?.state).toBe('attention');
  });

  it('asks to look at files that nobody can open for want of a scanner', () => {
    expect(look({ database: { ...FIGURES, filesPending: 1 } }, 'files')).toMatchObject({
      state: 'attention',
      count: 1,
    });
  });
});
