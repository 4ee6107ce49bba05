import { INDICATORS, kindsOfIndicator, type Indicator, type Sheet, type SheetReader } from '@lotse/domain';
import { createSheets, Figures, figuresSdmx, type SheetContent } from '@lotse/reports';
import { IndicatorsController } from '../../apps/api/src/figures/indicators.controller';
import { indicatorsCommand } from '../../apps/cli/src/commands/indicators';
import { readFileSync } from 'node:fs';
import { SmallProgramme, type SmallPerson } from './attack/small-programme';

jest.mock('../../libs/domain/src/indicators/catalogue', () => {
  const { INDICATORS: published } = jest.requireActual<{ INDICATORS: ReadonlyMap<string, Indicator> }>(
    '../../libs/domain/src/indicators/catalogue',
  );
  const added: Indicator = {
    key: 'examsBooked',
    version: 1,
    section: 'language',
    label: { de: 'Angemeldete', en: 'Booked for an exam' },
    definition: { de: 'Personen mit Anmeldung.', en: 'Persons with a booking.' },
    time: 'state',
    rule: { units: 'person', where: { has: { kind: 'book-exam' } } },
    splits: ['gender'],
    evidence: 'booking',
    source: 'a test',
  };
  return { INDICATORS: new Map([...published, [added.key, added]]) };
});

const KEY = 'examsBooked';
const TODAY = '2024-09-30';
const scope = { programme: 'p', asOf: TODAY, knownAt: `${TODAY}T21:59:59.999Z` };

const person = (index: number): SmallPerson => ({
  id: `p${index}`,
  at: { gender: index % 2 === 0 ? 'female' : 'male' },
  counts: { [KEY]: ['2024-01-15'] },
});
const programme = new SmallProgramme(
  Array.from({ length: 12 }, (_, index) => person(index)),
  '2023-10-01',
  [],
);
const figures = new Figures({ store: programme, programmes: programme.reader(TODAY) });

/** The figures of the reference project; which they are does not matter here. */
function referenceSheet(): Sheet {
  const text = readFileSync('examples/kg-glass-2023/kg-glass-2023.expected.json', 'utf8');
  const { sheets } = JSON.parse(text) as { readonly sheets: readonly Sheet[] };
  const [first] = sheets;
  if (first === undefined) throw new Error('The reference project has no sheet');
  return { ...first, recommended: 0, partners: {}, materials: {} };
}

/** What the shell prints. */
async function printed(...words: string[]): Promise<string> {
  let text = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    await indicatorsCommand().parseAsync(words, { from: 'user' });
  } finally {
    write.mockRestore();
  }
  return text;
}

describe('an indicator that is added as data and nothing else', () => {
  it('is defined over the API, with the kinds of fact that it looks at', () => {
    expect(new IndicatorsController().get(KEY)).toMatchObject({
      label: { en: 'Booked for an exam' },
      kinds: ['book-exam'],
      openSplits: ['gender'],
    });
    const added = INDICATORS.get(KEY);
    expect(added === undefined ? [] : kindsOfIndicator(added)).toEqual(['book-exam']);
  });

  it('is listed and explained in the shell', async () => {
    expect(await printed('list')).toMatch(/examsBooked +language +Persons with a booking\./);
    expect(await printed('explain', KEY)).toContain('Angemeldete / Booked for an exam');
  });

  it('is counted, split and suppressed as the others are', async () => {
    const shown = async (by: string[], sight: 'persons' | 'figures'): Promise<unknown> => {
      const answer = await figures.ask({ ...scope, indicators: [KEY], by }, sight);
      return answer.ok ? answer.value.lines.map(({ at, value }) => [at.gender ?? '', value]) : answer.problem;
    };
    expect(await shown([], 'persons')).toEqual([['', '12']]);
    expect(await shown(['gender'], 'figures')).toEqual([
      ['female', '6'],
      ['male', '6'],
    ]);
    const table = await figures.ask({ ...scope, indicators: [KEY], by: ['gender'] }, 'persons');
    expect(table.ok && figuresSdmx(table.value)).toContain(KEY);
  });

  it('stands on the printed sheet once it has a target', async () => {
    const content: SheetContent = {
      words: {},
      english: {},
      from: '2023-10-01',
      to: '2025-06-30',
      timeZone: 'Europe/Berlin',
      funders: [],
      bound: [],
      partners: [],
      regions: [],
      materials: [],
      quotes: [],
    };
    const reader: Pick<SheetReader, 'sheet'> = {
      sheet: () => Promise.resolve({ ok: true, value: { ...scope, sheet: referenceSheet() } }),
    };
    const sheets = createSheets({
      sheets: reader as SheetReader,
      contents: { content: () => Promise.resolve(content) },
      lockOf: () => Promise.resolve({ state: 'none' }),
      figuresOf: (query, sight) => figures.ask(query, sight),
      aimsOf: () =>
        Promise.resolve(
          new Map([[KEY, [{ kind: 'target', on: '2025-06-30', value: '20', qualifier: 'at-least' }]]]),
        ),
    });
    const answer = await sheets.document({ form: 'project', language: 'de' }, 'persons');
    const numbers = answer.ok ? answer.value.sections.flatMap((section) => section.numbers) : [];
    expect(numbers.find(({ figure }) => figure === KEY)).toMatchObject({
      label: 'Angemeldete',
      shown: '12',
      target: { shown: 'mindestens 20 bis 30.06.2025' },
    });
  });
});
