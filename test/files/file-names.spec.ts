import { contentDisposition, safeFileName } from '@lotse/files';

const PDF = 'application/pdf';

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\Айгүл\\Паспорт.PDF', 'Паспорт.pdf'],
    ['invoice\u202egpj.exe', 'invoicegpj.pdf'],
    ['a\0b\r\nSet-Cookie: x.pdf', 'abSet-Cookie x.pdf'],
    ['CON', '_CON.pdf'],
    ['lpt1.pdf', '_lpt1.pdf'],
    ['..hidden', 'hidden.pdf'],
    ['\u200b.pdf', 'pdf.pdf'],
    ['"quoted\'name".pdf', "quoted'name.pdf"],
    ['Мээрим Өмүралиева.docx', 'Мээрим Өмүралиева.pdf'],
    ['Zeugnis\u0308.pdf', 'Zeugnis\u0308.pdf'.normalize('NFC')],
    ['\ud800broken.pdf', 'broken.pdf'],
  ])('%j becomes %j', (given, safe) => {
    expect(safeFileName(given, PDF)).toBe(safe);
  });

  it('of 255 Cyrillic letters is cut between letters and keeps its extension', () => {
    const name = safeFileName('ң'.repeat(255), PDF) ?? '';
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^ң+\.pdf$/);
  });

  it.each(['', '.', '../..', '\u202e', '---'])('%j is none', (given) => {
    expect(safeFileName(given, PDF)).toBeUndefined();
  });

  it('comes back from the header as it went in', () => {
    const name = `Өмүр "x" 100% 'a' (b)*.pdf`;
    const header = contentDisposition(name);
    expect(header).toMatch(/^[\x20-\x7e]+$/);
    expect(decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(header)?.[1] ?? '')).toBe(name);
  });
});
