import { describe, expect, it } from 'vitest';
import { termsOf } from './link-purposes';

describe('how long a link holds', () => {
  it('is long for what comes back each month, and one answer does not use it up', () => {
    expect(termsOf(['check-in'])).toEqual({ singleUse: false, days: 90 });
    expect(termsOf(['evaluate', 'confirm-month'])).toEqual({ singleUse: false, days: 90 });
  });

  it('is short for a signature, which uses it up', () => {
    expect(termsOf(['sign-agreement'])).toEqual({ singleUse: true, days: 14 });
    expect(termsOf(['recommend', 'evaluate'])).toEqual({ singleUse: false, days: 14 });
  });
});
