import { ADVICE_NOTICE, CLOCKS_DE } from './clocks-de';
import { RULES_DE } from './rules-de';
import type { RulePack } from './rule-pack';

const FIRST_TITLE_AT_45 = {
  code: 'first-title-at-45',
  yearlyEur: 55_770,
  text: 'First title at 45 or older',
  source: '§ 18(2) no. 5 AufenthG',
} as const;

/** Germany, law of 2026: new pay floors and the notice of § 45c AufenthG. Not legal advice. */
export const DE_2026: RulePack = {
  id: 'de-2026',
  from: '2026-01-01',
  checkedOn: '2026-11-21',
  maximumMonths: { '16e': 6 },
  lifetimeMonths: { '15-6': 12 },
  hostUndertaking: ['16e'],
  minimumWageEur: 13.9,
  minimumWageFromMonths: 3,
  payFloors: [
    { code: 'blue-card', route: '18g', yearlyEur: 50_700, text: 'Blue Card', source: '§ 18g AufenthG' },
    {
      code: 'blue-card-shortage',
      route: '18g-shortage',
      yearlyEur: 45_934.2,
      text: 'Blue Card, shortage occupation or graduate of the last three years',
      source: '§ 18g AufenthG',
    },
    {
      code: 'experienced-worker',
      route: '19c-2',
      yearlyEur: 45_630,
      text: 'Experienced worker',
      source: '§ 19c(2) AufenthG; § 6 BeschV',
    },
    { ...FIRST_TITLE_AT_45, route: '18a-at-45' },
    { ...FIRST_TITLE_AT_45, route: '18b-at-45' },
  ],
  rules: RULES_DE,
  clocks: [...CLOCKS_DE, ADVICE_NOTICE],
};
