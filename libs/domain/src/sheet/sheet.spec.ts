import { explainFigure, unitsCsv } from './explain';
import { FIGURES } from './figures';
import type { FigureUnits, Sheet } from './sheet';
import { sheetCsv } from './sheet-csv';
import { sheetTable } from './sheet-table';

const SHEET: Sheet = {
  asOf: '2025-06-30',
  students: 15,
  companies: 2,
  sites: 1,
  universities: 3,
  institutes: 1,
  trainingCampuses: 1,
  commitmentsSigned: 14,
  contractsPrepared: 13,
  recommended: 12,
  recommendedAndContractPrepared: 11,
  workMonths: '50687/506',
  delegationTrips: 2,
  workingDaysAbroad: 10,
  companiesIntendingTakeover: 4,
  companiesCommitted: 2,
  companiesInterested: 5,
  regionalPartnerships: 1,
  interviews: { company: 6, student: 7, university: 8 },
  runtimeDays: 628,
  partners: { authority: ['office', 'agency'], university: ['universities'] },
  materials: { course: 2, website: 1 },
  units: {
    students: ['p01'],
    companies: ['=cmd()', 'c,2'],
    commitmentsSigned: [],
    contractsPrepared: [],
    recommended: [],
    recommendedAndContractPrepared: [],
  },
};

const RECORDED = { version: 3, recordedAt: '2025-02-01T08:00:00.000Z' };
const MONTHS: FigureUnits = {
  programme: 'prog',
  asOf: '2025-06-30',
  knownAt: '2025-07-01T00:00:00.000Z',
  figure: 'workMonths',
  value: '21/22',
  units: [
    {
      unit: 'p01/2025-01',
      amount: '21/22',
      evidence: [
        {
          source: 'fact',
          kind: 'confirm-month',
          journey: 'j01',
          person: 'p01',
          command: 'c1',
          happenedOn: '2025-01-31',
          evidence: 'm-1',
          workedDays: 21,
          plannedDays: 22,
          ...RECORDED,
        },
      ],
    },
  ],
};

describe('the sheet as a table', () => {
  const shown = Object.fromEntries(sheetTable(SHEET).map((row) => [row.figure, row]));

  it('has every figure once, in the order of the printed sheet', () => {
    expect(sheetTable(SHEET).map(({ figure }) => figure)).toEqual(FIGURES.map(({ key }) => key));
    expect(new Set(FIGURES.map(({ key }) => key)).size).toBe(FIGURES.length);
  });

  it('takes each value from its own place on the sheet', () => {
    expect(Object.fromEntries(sheetTable(SHEET).map(({ figure, exact }) => [figure, exact]))).toMatchObject({
      students: '15',
      contractsPrepared: '13',
      'interviews.company': '6',
      'interviews.student': '7',
      'interviews.university': '8',
      partners: '3',
      materials: '3',
      runtimeDays: '628',
    });
  });

  it('rounds work months for people alone', () => {
    expect(shown.workMonths).toMatchObject({ shown: '100.17', exact: '50687/506' });
  });

  it('names sections and figures in German and English', () => {
    expect(shown.commitmentsSigned).toMatchObject({
      section: { de: 'Projektergebnisse in Zahlen', en: 'Project results in figures' },
      label: { de: 'Selbstverpflichtungen unterzeichnet', en: 'Commitments signed' },
    });
  });

  it('lists partners and materials by kind and the ids of sets', () => {
    expect(shown.partners?.parts).toEqual(['authority: office, agency', 'university: universities']);
    expect(shown.materials?.parts).toEqual(['course: 2', 'website: 1']);
    expect(shown.students?.parts).toEqual(['p01']);
    expect(shown.sites?.parts).toEqual([]);
  });
});

describe('the sheet as CSV', () => {
  const lines = sheetCsv(SHEET).split('\r\n');

  it('has a header and one line a figure', () => {
    expect(lines[0]).toBe('asOf,figure,section_de,label_de,section_en,label_en,value,exact,parts');
    expect(lines).toHaveLength(FIGURES.length + 2);
    expect(lines[1]).toBe('2025-06-30,students,Teilnehmende,Studierende,Participants,Students,15,15,p01');
  });

  it('disarms what a spreadsheet would run, and quotes commas', () => {
    expect(lines[2]).toMatch(/,2,2,"'=cmd\(\); c,2"$/);
  });

  it.each(['=1', '+1', '-1', '@a', '\t=1', ' =1', '|calc', '\r=1'])('disarms %j', (id) => {
    const csv = sheetCsv({ ...SHEET, units: { ...SHEET.units, students: [id] } });
    expect(csv).toContain(`"'${id}"`);
  });
});

describe('a figure explained', () => {
  it('says what is counted, and by which fact and file', () => {
    expect(explainFigure(MONTHS)).toMatchObject({
      figure: 'workMonths',
      definition: expect.stringContaining('worked ÷ planned days'),
      proof: 'monthly confirmation',
      unitOf: 'person-month',
      shown: '0.95',
      exact: '21/22',
      units: [
        {
          unit: 'p01/2025-01',
          detail: '21/22',
          evidence: ['confirm-month on 2025-01-31 (21 of 22 days), j01 command c1: m-1'],
        },
      ],
    });
  });

  it('names a record by its id and version', () => {
    const units: FigureUnits = {
      ...MONTHS,
      figure: 'delegationTrips',
      value: '1',
      units: [{ unit: 't', evidence: [{ source: 'record', kind: 'trip', id: 't', ...RECORDED }] }],
    };
    expect(explainFigure(units).units[0]?.evidence).toEqual(['trip t version 3']);
  });

  it('stands in CSV with one line per unit and fact', () => {
    expect(unitsCsv(MONTHS)).toBe(
      'asOf,figure,unit,detail,kind,journey,command,happenedOn,recordedAt,evidence\r\n' +
        '2025-06-30,workMonths,p01/2025-01,21/22,confirm-month,j01,c1,2025-01-31,2025-02-01T08:00:00.000Z,m-1\r\n',
    );
  });
});
