import { isDay, packOn, ROLES, type RulePack } from '@lotse/domain';
import { PACK_ANCHORS } from '../../libs/domain/src/clocks/pack-anchors';
import { CLOCK_EFFECTS } from '../../libs/domain/src/packs/rule-pack';
import { isDuration } from '../../libs/domain/src/day';

const PACKS: readonly RulePack[] = [packOn('2025-06-01').pack, packOn('2026-06-01').pack];

/** domain.md §3.2: clocks with their value, kind and what it asks to mark as unverified. */
const EXPECTED: Readonly<Record<string, readonly [after: string, fast: string | undefined, kind: string]>> = {
  'visa-appointment': ['P21D', undefined, 'S'],
  'visa-decision': ['P21D', undefined, 'S'],
  'recognition-receipt': ['P1M', 'P14D', 'S'],
  'recognition-decision': ['P3M', 'P2M', 'S'],
  'degree-statement': ['P3M', 'P2M', 'P'],
  'degree-statement-blue-card': ['P14D', undefined, 'P'],
  'no-fee-statement': ['P3M', undefined, 'P'],
  'recognition-decision-state-law': ['P3M', undefined, 'S'],
  'agency-consent': ['P14D', 'P7D', 'S'],
  'court-action': ['P1M', undefined, 'S'],
  'court-action-year': ['P1Y', undefined, 'S'],
  registration: ['P14D', undefined, 'S'],
  'early-end-notice': ['P28D', undefined, 'S'],
  'own-report': ['P14D', undefined, 'S'],
  'file-of-rejected': ['P6M', undefined, 'S'],
  'host-undertaking-ends': ['P6M', undefined, 'S'],
  'hold-unresponsive': ['P30D', undefined, 'P'],
  'complaint-receipt': ['P3D', undefined, 'P'],
  'complaint-answer': ['P14D', undefined, 'P'],
};

describe('the rule packs', () => {
  it('follow each other without gap or overlap; before the first one it decides and is marked as assumed', () => {
    expect(PACKS.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['de-2025', '2025-01-01', '2025-12-31'],
      ['de-2026', '2026-01-01', undefined],
    ]);
    expect(packOn('2024-12-31')).toMatchObject({ assumed: true, pack: { id: 'de-2025' } });
    expect(packOn('2025-01-01').assumed).toBe(false);
    expect(packOn('2025-12-31').pack.id).toBe('de-2025');
    expect(packOn('2026-01-01').pack.id).toBe('de-2026');
  });

  it.each(PACKS)(
    '$id: every rule, clock and floor has its source, and somebody checked it on a day',
    (pack) => {
      expect(isDay(pack.checkedOn)).toBe(true);
      for (const rule of [...pack.rules, ...pack.clocks, ...pack.payFloors]) {
        expect(rule.source.trim()).not.toBe('');
        expect(rule.text.trim()).not.toBe('');
      }
      for (const keys of [
        pack.rules.map(({ code }) => code),
        pack.clocks.map(({ code }) => code),
        pack.payFloors.map(({ route }) => route),
      ])
        expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it.each(PACKS)('$id: every clock counts from a known fact, by readable durations, to a role', (pack) => {
    for (const { anchor, after, fast, ladder, effect, who, also, kind } of pack.clocks) {
      expect(Object.keys(PACK_ANCHORS)).toContain(anchor);
      for (const duration of [after, ...(fast === undefined ? [] : [fast]), ...(ladder ?? [])])
        expect([duration, isDuration(duration)]).toEqual([duration, true]);
      expect(CLOCK_EFFECTS).toContain(effect);
      for (const role of [who, ...(also ?? [])]) expect(ROLES).toContain(role);
      expect(['S', 'P', 'R']).toContain(kind);
    }
  });

  it.each(Object.entries(EXPECTED))('%s runs as the field notes say, in both packs', (code, expected) => {
    for (const { clocks } of PACKS) {
      const clock = clocks.find((candidate) => candidate.code === code);
      expect([clock?.after, clock?.fast, clock?.kind]).toEqual(expected);
    }
  });

  it('mark as unverified what nobody has verified, and nothing else', () => {
    for (const pack of PACKS) {
      const codes = [...pack.rules, ...pack.clocks, ...pack.payFloors]
        .filter(({ unverified }) => unverified === true)
        .map(({ code }) => code);
      expect(codes.sort()).toEqual([
        'degree-statement',
        'degree-statement-blue-card',
        'early-end-fine',
        'embassy-bishkek',
        'employer-change',
        'full-and-half-days',
        'minimum-wage',
        'own-report',
        'probation-limit',
        'recognition-decision-state-law',
        'renewal-card',
        'subject-internship-extension',
        'working-day-end',
      ]);
    }
  });

  it('know the pay floors of their year', () => {
    const floors = ({ payFloors }: RulePack): unknown =>
      Object.fromEntries(payFloors.map(({ route, yearlyEur }) => [route, yearlyEur]));
    expect(PACKS.map(floors)).toEqual([
      { '18g': 48_300, '18g-shortage': 43_759.8 },
      {
        '18g': 50_700,
        '18g-shortage': 45_934.2,
        '19c-2': 45_630,
        '18a-at-45': 55_770,
        '18b-at-45': 55_770,
      },
    ]);
    expect(PACKS.map(({ minimumWageEur }) => minimumWageEur)).toEqual([12.82, 13.9]);
  });

  it('ask for the notice of free advice from 2026 alone', () => {
    expect(PACKS.map(({ clocks }) => clocks.some(({ code }) => code === 'advice-notice'))).toEqual([
      false,
      true,
    ]);
  });

  it('go on as they were in all that a later one does not name', () => {
    const [former, later] = PACKS as [RulePack, RulePack];
    const named = new Set(['id', 'from', 'to', 'checkedOn', 'minimumWageEur', 'payFloors', 'clocks']);
    const rest = (pack: RulePack): unknown =>
      Object.fromEntries(Object.entries(pack).filter(([name]) => !named.has(name)));
    expect(rest(later)).toEqual(rest(former));
    expect(later.clocks.slice(0, former.clocks.length)).toEqual(former.clocks);
  });

  it('call the visa decision "as a rule" and it alone', () => {
    for (const { clocks } of PACKS)
      expect(clocks.filter(({ asARule }) => asARule === true).map(({ code }) => code)).toEqual([
        'visa-decision',
      ]);
  });
});
