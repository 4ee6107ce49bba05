import { ADVICE_NOTICE } from './clocks-de';
import { DE_2025 } from './de-2025';
import type { RulePack } from './rule-pack';
import { since } from './since';

const FIRST_TITLE_AT_45 = {
  code: 'first-title-at-45',
  yearlyEur: 55_770,
  text: 'First title at 45 or older',
  source: '§ 18(2) no. 5 AufenthG',
} as const;

/** Germany, law of 2026: new pay floors and the notice of § 45c AufenthG. Not legal advice. */
export const DE_2026: RulePack = since(DE_2025, {
  id: 'de-2026',
  from: '2026-01-01',
  checkedOn: '2026-11-21',
  minimumWageEur: 13.9,
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
  clocks: [ADVICE_NOTICE],
});
