import { inflateSync } from 'node:zlib';

/** Everything that stands in a PDF, with its compressed streams opened: enough to look for marks of its structure. */
export function pdfParts(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  const opened = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed = '']) => {
    try {
      return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...opened].join('\n');
}
