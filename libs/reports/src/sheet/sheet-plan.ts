import type { FigureKey } from '@lotse/domain';
import type { ProgrammeWords } from '../ports/sheet-content.port';
import type { SheetForm } from './sheet-document';
import type { SheetHeading } from './sheet-words';

/** What a section lists beside words and numbers. */
export type SheetList =
  | 'bound'
  | 'materials'
  | 'partners'
  | 'quotes'
  | 'regions'
  | 'runtime'
  | 'carrier'
  | 'supporters'
  | 'website';

export interface SectionPlan {
  readonly heading: SheetHeading;
  readonly level?: 3;
  readonly words?: Exclude<keyof ProgrammeWords, 'name' | 'region'>;
  readonly figures?: readonly FigureKey[];
  readonly lists?: readonly SheetList[];
  /** Every other indicator that has a target, whatever the catalogue holds; without one the section is left out. */
  readonly further?: true;
}

/** Both forms as data: `project` in the order of the printed Projektsteckbrief, `alliance` in that of the alliance's page. */
export const SHEET_PLANS: Readonly<Record<SheetForm, readonly SectionPlan[]>> = {
  project: [
    { heading: 'goals', words: 'goals' },
    { heading: 'targetGroups', words: 'targetGroups' },
    { heading: 'activities', words: 'activities' },
    { heading: 'results' },
    {
      heading: 'participants',
      level: 3,
      figures: ['students', 'companies', 'sites', 'universities', 'institutes', 'trainingCampuses'],
      lists: ['bound'],
    },
    {
      heading: 'figures',
      level: 3,
      figures: [
        'commitmentsSigned',
        'contractsPrepared',
        'workMonths',
        'delegationTrips',
        'workingDaysAbroad',
      ],
    },
    {
      heading: 'lasting',
      level: 3,
      words: 'successes',
      figures: [
        'companiesIntendingTakeover',
        'recommended',
        'recommendedAndContractPrepared',
        'regionalPartnerships',
        'companiesCommitted',
        'companiesInterested',
      ],
      lists: ['regions'],
    },
    { heading: 'materials', level: 3, figures: ['materials'], lists: ['materials', 'website'] },
    {
      heading: 'feedback',
      level: 3,
      figures: ['interviews.company', 'interviews.student', 'interviews.university'],
      lists: ['quotes'],
    },
    { heading: 'further', level: 3, further: true },
    { heading: 'partners', figures: ['partners'], lists: ['partners'] },
    { heading: 'runtime', figures: ['runtimeDays'], lists: ['runtime'] },
    { heading: 'carrier', lists: ['carrier'] },
  ],
  alliance: [
    { heading: 'problem', words: 'problem' },
    { heading: 'goals', words: 'goals' },
    {
      heading: 'implementation',
      words: 'activities',
      figures: ['delegationTrips', 'workingDaysAbroad', 'workMonths'],
    },
    {
      heading: 'successes',
      words: 'successes',
      figures: [
        'students',
        'companies',
        'commitmentsSigned',
        'contractsPrepared',
        'companiesIntendingTakeover',
      ],
    },
    { heading: 'further', further: true },
    { heading: 'supportedBy', lists: ['supporters'] },
    { heading: 'carrier', lists: ['carrier', 'website'] },
    { heading: 'runtime', lists: ['runtime'] },
  ],
};
