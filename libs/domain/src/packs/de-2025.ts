import { CLOCKS_DE } from './clocks-de';
import { RULES_DE } from './rules-de';
import type { RulePack } from './rule-pack';

/** Germany, law of 2025. Not legal advice. */
export const DE_2025: RulePack = {
  id: 'de-2025',
  from: '2025-01-01',
  to: '2025-12-31',
  checkedOn: '2026-11-21',
  maximumMonths: { '16e': 6 },
  lifetimeMonths: { '15-6': 12 },
  yearlyDays: [{ route: '16b', fullDays: 140, halfDays: 280, halfDayHours: 4, from: '2024-03-01' }],
  hostUndertaking: ['16e'],
  minimumWageEur: 12.82,
  minimumWageFromMonths: 3,
  payFloors: [
    { code: 'blue-card', route: '18g', yearlyEur: 48_300, text: 'Blue Card', source: '§ 18g AufenthG' },
    {
      code: 'blue-card-shortage',
      route: '18g-shortage',
      yearlyEur: 43_759.8,
      text: 'Blue Card, shortage occupation or graduate of the last three years',
      source: '§ 18g AufenthG',
    },
  ],
  rules: RULES_DE,
  clocks: CLOCKS_DE,
};
