import { strToU8, zipSync } from 'fflate';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const types = (part: string, type: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`;

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export const zipOf = (parts: Parts): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, body]) => [name, typeof body === 'string' ? strToU8(body) : body]),
      ),
    ),
  );

/** A letter in DOCX, with further or other parts. */
export const buildDocx = (parts: Parts = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': types('word/document.xml', WORD),
    'word/document.xml':
      '<w:document><w:body><w:p><w:r><w:t>Саламатсызбы, Айгүл</w:t></w:r></w:p></w:body></w:document>',
    ...parts,
  });

/** A table in XLSX, with further or other parts. */
export const buildXlsx = (parts: Parts = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': types('xl/workbook.xml', SHEET),
    'xl/workbook.xml': '<workbook><sheets/></workbook>',
    ...parts,
  });

/** Sets the bit that marks every entry as encrypted, in both directories. */
export function markEncrypted(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  for (let at = 0; at + 10 < bytes.length; at += 1) {
    const signature = bytes.readUInt32LE(at);
    if (signature === 0x04034b50) bytes[at + 6] = (bytes[at + 6] ?? 0) | 1;
    if (signature === 0x02014b50) bytes[at + 8] = (bytes[at + 8] ?? 0) | 1;
  }
  return bytes;
}

/** Lets every entry of the directory point at the first one's bytes. */
export function overlapEntries(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  for (let at = 0; at + 46 < bytes.length; at += 1)
    if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt32LE(0, at + 42);
  return bytes;
}
