import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { FileRefusalCode } from '../file-refusal';
import type { FileType } from '../file-type';
import { LIMITS } from '../limits';

/** What an office archive is, or why it is not taken. */
export type OfficeFile = { readonly type: FileType } | { readonly refused: FileRefusalCode };

const MAIN_PARTS: Readonly<Record<string, FileType>> = {
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const ACTIVE_PART =
  /(vbaProject\.bin|vbaData\.xml|\/activeX\/|\/embeddings\/|\/ctrlProps\/|macrosheets\/|\.(exe|dll|js|vbs|bat|lnk|hta|zip|jar)$)/i;
const EXTERNAL_PART = /\/externalLinks\//i;
const XML_PART = /\.(xml|rels|vml)$/i;
const EXTERNAL_TARGET = /<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi;
const HYPERLINK = /\/relationships\/hyperlink["']/i;
const MACRO_TYPE = /macroEnabled|vnd\.ms-office\.vbaProject/i;
/** Fields that fetch or run, as Word writes them. */
const FETCHING_FIELD = /\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE)\b/;
const ENCRYPTED_FLAG = 0x1;

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(error);
    });
  });
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('error', reject);
    zip.readEntry();
  });
}

/** @throws Error when it does not unpack, or to more bytes than its directory says */
function unpack(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => {
        resolve(Buffer.concat(chunks).toString('utf8'));
      });
    });
  });
}

/** Parts that share bytes with one another unpack to much more than the archive holds (the bomb without nesting). */
function overlaps(entries: readonly Entry[]): boolean {
  const spans = entries
    .map(({ relativeOffsetOfLocalHeader: from, compressedSize }) => ({ from, to: from + compressedSize }))
    .sort((a, b) => a.from - b.from);
  return spans.some(({ from }, index) => index > 0 && from < (spans[index - 1]?.to ?? 0));
}

function refusalOfParts(entries: readonly Entry[]): FileRefusalCode | undefined {
  const names = entries.map(({ fileName }) => fileName.toLowerCase());
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (entries.some(({ generalPurposeBitFlag }) => (generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0))
    return 'file-encrypted';
  if (
    entries.length > LIMITS.parts ||
    unpacked > LIMITS.unpacked ||
    new Set(names).size !== names.length ||
    overlaps(entries) ||
    entries.some((entry) => entry.uncompressedSize > LIMITS.ratio * Math.max(entry.compressedSize, 64))
  )
    return 'file-archive-unsafe';
  if (entries.some(({ fileName }) => ACTIVE_PART.test(fileName))) return 'file-active-content';
  if (entries.some(({ fileName }) => EXTERNAL_PART.test(fileName))) return 'file-external-content';
  return undefined;
}

function refusalOfXml(name: string, xml: string): FileRefusalCode | undefined {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return 'file-active-content';
  if (name === '[Content_Types].xml' && MACRO_TYPE.test(xml)) return 'file-active-content';
  if (name.endsWith('.rels') && (xml.match(EXTERNAL_TARGET) ?? []).some((one) => !HYPERLINK.test(one)))
    return 'file-external-content';
  if (/<(w:instrText|ddeLink)\b/.test(xml) && (FETCHING_FIELD.test(xml) || xml.includes('<ddeLink')))
    return 'file-external-content';
  return undefined;
}

/** Looks into every XML part of a DOCX or XLSX, within the limits on number, size and ratio. */
export async function inspectOffice(bytes: Buffer): Promise<OfficeFile> {
  try {
    const zip = await open(bytes);
    const entries = await entriesOf(zip);
    const refused = refusalOfParts(entries);
    if (refused !== undefined) return { refused };
    for (const entry of entries) {
      if (!XML_PART.test(entry.fileName)) continue;
      const found = refusalOfXml(entry.fileName, await unpack(zip, entry));
      if (found !== undefined) return { refused: found };
    }
    const names = entries.map(({ fileName }) => fileName);
    const main = Object.keys(MAIN_PARTS).filter((part) => names.includes(part));
    const type = MAIN_PARTS[main[0] ?? ''];
    return main.length === 1 && type !== undefined && names.includes('[Content_Types].xml')
      ? { type }
      : { refused: 'file-type-unknown' };
  } catch {
    return { refused: 'file-broken' };
  }
}
