import type { Fields } from '@lotse/domain';
import fc from 'fast-check';
import { putTextBack, takeTextOut } from './text-fields';

const FIELDS: Fields = {
  code: { kind: 'reference' },
  reason: { kind: 'text' },
  quotes: { kind: 'list', of: { kind: 'text' } },
  stay: { kind: 'object', fields: { on: { kind: 'day' }, place: { kind: 'text' } } },
};

describe('free text taken out of an object', () => {
  it('leaves codes and days in clear, within objects too', () => {
    const whole = { code: 'c', reason: 'ill', quotes: ['glad'], stay: { on: '2024-01-01', place: 'Torgau' } };
    expect(takeTextOut(FIELDS, whole)).toEqual({
      clear: { code: 'c', stay: { on: '2024-01-01' } },
      text: { reason: 'ill', quotes: ['glad'], stay: { place: 'Torgau' } },
    });
  });

  it('is absent where there is none', () => {
    expect(takeTextOut(FIELDS, { code: 'c' })).toEqual({ clear: { code: 'c' } });
  });

  it('can be put back', () => {
    const wholes = fc.record(
      {
        code: fc.string(),
        reason: fc.string(),
        quotes: fc.array(fc.string()),
        stay: fc.record({ on: fc.string(), place: fc.string() }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(wholes, (whole) => expect(putTextBack(takeTextOut(FIELDS, whole))).toEqual(whole)));
  });
});
