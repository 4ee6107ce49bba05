import { describe, expect, it } from 'vitest';
import { stepOf } from './sample-step';

const AUDITOR = new Set(['evidence.find']);
const CARRIER = new Set(['evidence.answer']);
const by = { by: 'a', at: '2026-01-01T00:00:00Z' };
const finding = { code: 'day-differs' as const, ...by };

describe('what is said next of a drawn unit', () => {
  it('is first a finding, by an auditor', () => {
    expect(stepOf({}, AUDITOR)).toBe('finding');
    expect(stepOf({}, CARRIER)).toBeUndefined();
  });

  it('is an answer of the carrier, unless all is in order', () => {
    expect(stepOf({ finding }, CARRIER)).toBe('answer');
    expect(stepOf({ finding: { ...finding, code: 'in-order' } }, CARRIER)).toBeUndefined();
  });

  it('ends with an outcome, once', () => {
    const answer = { code: 'contradicted' as const, ...by };
    expect(stepOf({ finding, answer }, AUDITOR)).toBe('outcome');
    expect(stepOf({ finding, answer, outcome: { code: 'upheld', ...by } }, AUDITOR)).toBeUndefined();
  });
});
