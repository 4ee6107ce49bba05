import { expect, it } from 'vitest';
import type { Journey } from '../../api/types';
import { axisChips } from './axes';

type State = Parameters<typeof axisChips>[0];
const EMPTY: State = {
  commitment: {},
  placements: {},
  titles: [],
  language: { exams: {} },
  recognitions: {},
  contracts: {},
  integration: { checkIns: [] },
};
const TODAY = '2024-09-02';
const chipOf = (axis: string, change: Partial<State>) =>
  axisChips({ ...EMPTY, ...change }, TODAY).find((chip) => chip.axis === axis);
const title = (validTo: string): Journey['state']['titles'][number] => ({
  insertedOn: TODAY,
  stay: 1,
  route: '16e',
  validFrom: '2024-06-01',
  validTo,
});

it('says nothing of what has not begun', () => {
  expect(new Set(axisChips(EMPTY, TODAY).map(({ state }) => state))).toEqual(new Set(['none']));
});

it('counts the days of a title, and tells when it is over', () => {
  expect(chipOf('title', { titles: [title('2024-11-30')] })).toMatchObject({ count: 89, tone: 'active' });
  expect(chipOf('title', { titles: [title('2024-09-20')] })).toMatchObject({ count: 18, tone: 'soon' });
  expect(chipOf('title', { titles: [title('2024-09-01')] })).toMatchObject({ state: 'over', tone: 'late' });
});

it('tells a commitment that waits for the second signature from one that has both', () => {
  const signed = { signed: { on: TODAY, textVersion: 'sv-1' } };
  expect(chipOf('commitment', { commitment: signed })).toMatchObject({ state: 'signedOnly', tone: 'soon' });
  expect(chipOf('commitment', { commitment: { ...signed, countersignedOn: TODAY } })).toMatchObject({
    state: 'signedBoth',
    tone: 'done',
  });
});

it('shows the risk of the last check-in', () => {
  const checkIn = { on: TODAY, insertedOn: TODAY, period: '2024-09', needs: [], role: 'mentor' };
  const checkIns = [
    { ...checkIn, risk: 'none' },
    { ...checkIn, risk: 'at-risk' },
  ];
  expect(chipOf('integration', { integration: { checkIns } })).toMatchObject({
    code: 'at-risk',
    tone: 'late',
  });
});
