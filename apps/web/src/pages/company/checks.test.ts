import { describe, expect, it } from 'vitest';
import { payCheck, titleCheck, type Standing } from './checks';
import type { Contract } from './placements';

const CONTRACT: Contract = {
  id: 'ct-1',
  company: 'company-1',
  startsOn: '2026-10-01',
  monthlyGrossEur: 3450,
  hoursPerWeek: 39,
  preparedOn: '2026-01-20',
  offered: { on: '2026-02-01', insertedOn: '2026-02-01' },
  signatures: {},
};

type Titles = Standing['state']['titles'];
const journey = (titles: Titles, hidden: readonly string[] = []): Standing => ({
  today: '2026-02-20',
  hidden,
  state: {
    titles,
    stays: { '2': { route: { code: '18g', fastTrack: false, on: '2026-02-18' }, steps: {} } },
  },
});

const title = (stay: number, validFrom: string, validTo: string): Titles[number] => ({
  stay,
  route: stay === 1 ? '16e' : '18g',
  validFrom,
  validTo,
  insertedOn: validFrom,
});

describe('the checks of a hire', () => {
  it('say what the pay must reach and where that stands, and offer to amend the contract', () => {
    const remedy =
      'Pay of at least 50700 € a year; contract ct-1 pays 41400 € (Blue Card, § 18g AufenthG): amend-contract or choose-route.';
    const check = payCheck(journey([]), CONTRACT, [
      { guard: 'contract-pay-floor', who: ['company'], remedy },
    ]);
    expect(check).toMatchObject({
      verdict: 'unmet',
      route: '18g',
      day: '2026-02-20',
      source: 'Pay of at least 50700 € a year; contract ct-1 pays 41400 € (Blue Card, § 18g AufenthG)',
      act: { command: 'amend-contract', fixed: { contract: 'ct-1' } },
    });
  });

  it('are met when something else stands in the way of the signature', () => {
    const check = payCheck(journey([]), CONTRACT, [{ guard: 'offer-valid', who: ['company'], remedy: '' }]);
    expect(check).toMatchObject({ verdict: 'met', day: '2026-02-20' });
  });

  it('wait for the offer before they judge pay', () => {
    const { offered: _offered, ...prepared } = CONTRACT;
    expect(payCheck(journey([]), prepared, undefined)).toMatchObject({
      verdict: 'open',
      act: { command: 'offer-contract' },
    });
  });

  it.each([
    ['the first stay alone', [title(1, '2026-01-01', '2026-12-31')], 'open'],
    ['a title that begins too late', [title(2, '2026-10-02', '2029-10-01')], 'unmet'],
    ['a title that covers the first day', [title(2, '2026-10-01', '2029-09-30')], 'met'],
  ])('take a title by the first working day: %s', (_case, titles, verdict) => {
    expect(titleCheck(journey(titles), CONTRACT).verdict).toBe(verdict);
  });

  it('say nothing of a title that is not shown', () => {
    const check = titleCheck(journey([title(2, '2026-10-01', '2029-09-30')], ['titles']), CONTRACT);
    expect(check).toMatchObject({ verdict: 'open', why: 'titleHidden' });
  });
});
