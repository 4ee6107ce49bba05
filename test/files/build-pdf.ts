import { deflateSync } from 'node:zlib';

/** A PDF of one empty page with further objects, in the plain form of PDF 1.4. */
export function buildPdf(extra: readonly string[] = [], head = ''): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ...extra,
  ];
  let text = `%PDF-1.7\n${head}`;
  const offsets = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const from = text.length;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${from}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Objects hidden in a packed stream, where no plain search finds their names. */
export const objectStream = (content: string): string => {
  const packed = deflateSync(Buffer.from(content, 'latin1')).toString('latin1');
  return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
};
