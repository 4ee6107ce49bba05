import { describe, expect, it } from 'vitest';
import { isWhole, ROLES, scopeOf } from './grant-scope';

describe('what a role is held for', () => {
  it('is everything that would otherwise reach others', () => {
    expect(isWhole({ role: 'company' })).toBe(false);
    expect(isWhole({ role: 'company', organisation: 'company-1' })).toBe(true);
    expect(isWhole({ role: 'mentor', organisation: 'company-1' })).toBe(false);
    expect(isWhole({ role: 'candidate', person: 'p01' })).toBe(true);
  });

  it('may be every programme where nobody is named', () => {
    for (const role of ['coordinator', 'auditor', 'administrator'] as const)
      expect(isWhole({ role })).toBe(true);
  });

  it('is asked of every role that somebody can hold', () => {
    expect(ROLES).not.toContain('system');
    expect(scopeOf('system')).toEqual([]);
  });
});
