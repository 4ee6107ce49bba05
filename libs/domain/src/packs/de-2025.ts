import type { RulePack } from './rule-pack';

/** Germany, law of 2025, as far as an internship agreement under § 16e AufenthG needs it. Not legal advice. */
export const DE_2025: RulePack = {
  id: 'de-2025',
  from: '2025-01-01',
  checkedOn: '2026-11-21',
  maximumMonths: { '16e': 6 },
  hostUndertaking: ['16e'],
  rules: [
    {
      code: 'agreement-content',
      text: 'The agreement states programme and goal, duration, conditions and supervision, working hours and the legal relation',
      source: '§ 16e(1) no. 2 AufenthG',
    },
    {
      code: 'host-undertaking',
      text: 'The host undertakes to cover public costs until six months after the stay',
      source: '§ 16e(1) no. 5 AufenthG',
    },
    {
      code: 'maximum-stay',
      text: 'The stay lasts at most six months',
      source: '§ 16e AufenthG; § 15 no. 1 BeschV',
    },
  ],
};
