import type { Sheet } from '@lotse/domain';
import { differences } from './differences';

const sheet: Sheet = {
  asOf: '2025-06-30',
  students: 15,
  companies: 4,
  sites: 4,
  universities: 3,
  institutes: 1,
  trainingCampuses: 1,
  commitmentsSigned: 14,
  contractsPrepared: 14,
  recommended: 14,
  recommendedAndContractPrepared: 14,
  workMonths: '75',
  delegationTrips: 2,
  workingDaysAbroad: 10,
  companiesIntendingTakeover: 4,
  companiesCommitted: 2,
  companiesInterested: 4,
  regionalPartnerships: 1,
  interviews: { company: 4, student: 15, university: 3 },
  runtimeDays: 628,
  partners: {},
  materials: {},
  units: {
    students: ['p01', 'p02'],
    companies: [],
    commitmentsSigned: [],
    contractsPrepared: [],
    recommended: [],
    recommendedAndContractPrepared: [],
  },
};

describe('the differences between expected and counted sheets', () => {
  it('are none where every expected key agrees, whatever else the sheet has', () => {
    expect(differences([{ asOf: '2025-06-30', students: 15, interviews: { student: 15 } }], [sheet])).toEqual(
      [],
    );
  });

  it('name day, figure and both values, down to the ids behind a figure', () => {
    const expected = { asOf: '2025-06-30', workMonths: '74', units: { students: ['p01'] }, jobs: 1 };
    expect(differences([expected], [sheet])).toEqual([
      'As of 2025-06-30, workMonths is "75", expected "74".',
      'As of 2025-06-30, units.students is ["p01","p02"], expected ["p01"].',
      'As of 2025-06-30, jobs is missing, expected 1.',
    ]);
  });

  it('name a day without a sheet', () => {
    expect(differences([{ asOf: '2024-01-15' }], [sheet])).toEqual(['There is no sheet as of 2024-01-15.']);
  });
});
