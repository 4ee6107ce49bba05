import { together } from './closed-loop';
import { spreadOf } from './spread';

describe('middle and tail', () => {
  it('are taken by nearest rank, in whatever order the values came', () => {
    const values = Array.from({ length: 100 }, (_unused, index) => 100 - index);
    expect(spreadOf(values)).toEqual({ count: 100, p50: 50, p95: 95, max: 100 });
    expect(spreadOf([7])).toEqual({ count: 1, p50: 7, p95: 7, max: 7 });
  });

  it('are nothing where nothing was measured', () => {
    expect(spreadOf([])).toEqual({ count: 0, p50: Number.NaN, p95: Number.NaN, max: Number.NaN });
  });
});

describe('rounds together', () => {
  const load = (perSecond: number, p50: number): Parameters<typeof together>[0][number] => ({
    clients: 16,
    perSecond,
    count: perSecond,
    p50,
    p95: 2 * p50,
    max: 3 * p50,
  });

  it('average the rates and keep the middle of middles and tails', () => {
    expect(together([load(100, 10), load(200, 4), load(300, 5)])).toEqual({
      clients: 16,
      perSecond: 200,
      count: 600,
      p50: 5,
      p95: 10,
      max: 30,
    });
  });

  it('of no round at all are an error', () => {
    expect(() => together([])).toThrow('There is no round');
  });
});
