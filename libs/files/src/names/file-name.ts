import { LIMITS } from '../limits';
import { FILE_TYPES, type FileType } from '../file-type';

/** Control characters, what steers the direction of writing, and what separates folders or quotes somewhere. */
// eslint-disable-next-line no-control-regex
const UNWANTED = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd<>:"|?*]/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Names of devices under Windows, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** At most `bytes` of UTF-8, cut between characters. */
function shortened(text: string, bytes: number): string {
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    kept += character;
  }
  return kept;
}

/**
 * A name that is safe in every folder, archive and header: the last part of a path, in NFC, without control characters and with
 * the extension of the content's own type. Letters of every script stay. Undefined when nothing readable is left.
 */
export function safeFileName(given: string, type: FileType): string | undefined {
  const last = given.split(/[/\\]/u).at(-1) ?? '';
  const clean = last.normalize('NFC').replace(LONE_SURROGATES, '').replace(UNWANTED, '').trim();
  const stem = clean
    .replace(/^[.\s]+/u, '')
    .replace(/\.[^.]{1,8}$/u, '')
    .replace(/[.\s]+$/u, '');
  if (!/[\p{Letter}\p{Number}]/u.test(stem)) return undefined;
  const extension = `.${FILE_TYPES[type]}`;
  const named = DEVICE.test(stem) ? `_${stem}` : stem;
  return `${shortened(named, LIMITS.name - extension.length).trimEnd()}${extension}`;
}

const quoted = (name: string): string => name.replace(/[^\x20-\x7e]|["\\%;]/gu, '_');
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** `Content-Disposition` for a download: a plain name for old readers and the real one (RFC 6266, RFC 8187). */
export const contentDisposition = (name: string): string =>
  `attachment; filename="${quoted(name)}"; filename*=UTF-8''${encoded(name)}`;
