import { packOn } from '@lotse/domain';
import { since } from '../../libs/domain/src/packs/since';

describe('a pack that follows another', () => {
  const former = packOn('2025-06-01').pack;
  const named = { id: 'de-2027', from: '2027-01-01', checkedOn: '2026-11-21' };

  it('says what it says anew and keeps the rest, in the order it was in', () => {
    const [first, second] = former.clocks;
    if (first === undefined || second === undefined) throw new Error('the pack has no clocks');
    const later = since(former, {
      ...named,
      minimumWageEur: 14.6,
      clocks: [
        { ...second, after: 'P5D' },
        { ...first, code: 'new' },
      ],
    });
    expect(later).toMatchObject({ ...named, minimumWageEur: 14.6, rules: former.rules });
    expect(later.clocks.map(({ code }) => code)).toEqual([...former.clocks.map(({ code }) => code), 'new']);
    expect(later.clocks[1]?.after).toBe('P5D');
  });

  it('has no end because the former one had', () => {
    expect(former.to).toBe('2025-12-31');
    expect(since(former, named).to).toBeUndefined();
  });
});
