import type { PackRule } from './rule-pack';

/** Rules of German law that stand in every pack so far. */
export const RULES_DE: readonly PackRule[] = [
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
  {
    code: 'lifetime-stay',
    text: 'Subject internships last at most twelve months over the studies',
    source: '§ 15 no. 6 BeschV',
  },
  {
    code: 'minimum-wage',
    text: 'An internship that the curriculum does not require and that lasts over three months earns the minimum wage from day one',
    source: '§ 22 MiLoG',
    unverified: true,
  },
  {
    code: 'title-covers-work',
    text: 'Work needs a title that covers it on the day',
    source: '§ 4a AufenthG',
  },
  {
    code: 'employer-change',
    text: 'A change of employer in the first two years of employment needs permission first',
    source: '§ 9 BeschV, practice note',
    unverified: true,
  },
  {
    code: 'embassy-bishkek',
    text: 'Embassy Bishkek: a national visa takes 21 to 28 days after the consents and costs 75 €; groups over ten are announced by mail',
    source: 'bischkek.diplo.de, leaflet of 2021',
    unverified: true,
  },
  {
    code: 'subject-internship-extension',
    text: 'The extension of a subject internship is filed 28 days before its end',
    source: 'Practice: uni-erlangen.de',
    unverified: true,
  },
  {
    code: 'renewal-card',
    text: 'The card of a renewed title takes four to six weeks; filed for before the end, the old title goes on meanwhile',
    source: 'Practice: uni-mainz.de; § 81(4) AufenthG',
    unverified: true,
  },
  {
    code: 'full-and-half-days',
    text: 'Students may work 140 full or 280 half days a year beside what the curriculum requires, since 2024-03-01',
    source: '§ 16b AufenthG; luebeck.de',
    unverified: true,
  },
  {
    code: 'early-end-fine',
    text: 'An early end that the employer does not report may cost up to 30,000 €',
    source: '§ 4a(5) AufenthG',
    unverified: true,
  },
  {
    code: 'probation-limit',
    text: 'Probation lasts at most six months',
    source: '§ 622 BGB',
    unverified: true,
  },
  {
    code: 'working-day-end',
    text: 'A time that would end on a Saturday, Sunday or holiday ends on the next working day; towards authorities too, as far as known',
    source: '§ 193 BGB',
    unverified: true,
  },
  {
    code: 'fast-track-fee',
    text: 'The fast-track procedure costs 411 €; the employer acts with a power of attorney',
    source: '§ 47(1) no. 15 AufenthV; § 81a AufenthG',
  },
];
