import type { SheetDocument } from '@lotse/reports';
import { createTypstSheets } from './typst-sheets';

const saying = (text: string): SheetDocument => ({
  form: 'project',
  language: 'de',
  programme: 'glass',
  title: 'Projektsteckbrief',
  subtitle: { text: 'Glas' },
  asOf: '2025-01-31',
  knownAt: '2025-02-10T22:59:59.999Z',
  lock: { state: 'none' },
  facts: [['Stand', '31.01.2025']],
  sections: [{ heading: 'Ziele', level: 2, texts: [{ text }], numbers: [], items: [], quotes: [] }],
  notes: [],
  columns: { figure: 'Kennzahl', value: 'Wert', target: 'Ziel', asOf: 'Stand', lock: 'Status' },
  lockWords: { none: 'nicht festgeschrieben', proposed: '', signed: '', withdrawn: '' },
});

describe('a sheet as PDF', () => {
  const sheets = createTypstSheets();

  it.each([
    'Өнүгүү үчүн үзгүлтүксүз билим, ещё, Český Těšín',
    '#eval("1 + 1") *bold* $x$ @ref <label>',
    'emoji 😀',
    'مرحبا',
    '漢字 no font has',
    '\u0001\uFFFE control',
    'a'.repeat(4_000),
  ])('is written whatever it says (%#)', async (text) => {
    const pdf = await sheets.write(saying(text));
    expect(pdf.toString('latin1', 0, 8)).toBe('%PDF-1.7');
  });

  it('is the same for the same document', async () => {
    const [one, two] = await Promise.all([sheets.write(saying('Ü')), sheets.write(saying('Ü'))]);
    expect(one.equals(two)).toBe(true);
  });
});
