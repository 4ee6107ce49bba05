import { constants, inflateSync } from 'node:zlib';
import { LIMITS } from '../limits';
import { no, type Inspected } from './inspected';

const TAIL_BYTES = 1024;
/** Longest dictionary of a stream that is looked at. */
const DICTIONARY_BYTES = 4096;
/** Names in a PDF that run, open, fetch or carry something (ISO 32000-2, 7.11, 12.6, 13). */
const ACTIVE =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToR|GoToE|Movie|Sound|Rendition|OpenAction\s*<<|AA\s*<<)(?![A-Za-z0-9])/;
const MARKUP = /<(html|script|svg|body|iframe|!doctype)/i;
const OBJECT_STREAM = /\/Type\s*\/ObjStm\b/;

/** Any character of a name may be written as #xx, which hides it from a plain search. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The dictionary before a stream: what stands between its `obj` and the keyword. */
const dictionaryBefore = (text: string, keyword: number): string => {
  const near = text.slice(Math.max(0, keyword - DICTIONARY_BYTES), keyword);
  return plainNames(near.slice(near.lastIndexOf(' obj') + 1));
};

/** Objects packed into streams, where names stand as well; undefined when one does not unpack within the limit. */
function packedObjects(bytes: Buffer, text: string): string | undefined {
  const parts: string[] = [];
  let left: number = LIMITS.pdfObjects;
  for (const keyword of text.matchAll(/\bstream\r?\n/g)) {
    const dictionary = dictionaryBefore(text, keyword.index);
    if (!OBJECT_STREAM.test(dictionary)) continue;
    const from = keyword.index + keyword[0].length;
    const to = text.indexOf('endstream', from);
    if (to < 0 || left <= 0) return undefined;
    const body = bytes.subarray(from, to);
    try {
      const packed = dictionary.includes('/FlateDecode');
      // An end of line before `endstream` is no part of the data, hence the lenient finish.
      const unpacked = packed
        ? inflateSync(body, { maxOutputLength: left, finishFlush: constants.Z_SYNC_FLUSH })
        : body;
      left -= unpacked.length;
      parts.push(unpacked.toString('latin1'));
    } catch {
      return undefined; // What we cannot read, a viewer might: it is refused rather than trusted.
    }
  }
  return parts.join('\n');
}

/** A whole PDF without password, scripts, actions on opening, attached files or forms that send, and that is no web page too. */
export function inspectPdf(bytes: Buffer): Inspected {
  const tail = bytes.subarray(-TAIL_BYTES).toString('latin1');
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0) return no('file-broken');
  if (tail.slice(end + 5).trim() !== '') return no('file-trailing-data');
  const text = bytes.toString('latin1');
  if (!text.includes('startxref')) return no('file-broken');
  const names = plainNames(text);
  if (/\/Encrypt(?![A-Za-z0-9])/.test(names)) return no('file-encrypted');
  if (MARKUP.test(text.slice(0, TAIL_BYTES))) return no('file-active-content');
  const packed = packedObjects(bytes, text);
  if (packed === undefined) return no('file-broken');
  return ACTIVE.test(names) || ACTIVE.test(plainNames(packed)) ? no('file-active-content') : { bytes };
}
