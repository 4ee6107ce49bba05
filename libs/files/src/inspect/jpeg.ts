import { isShowable } from './image-size';
import { no, type Inspected } from './inspected';

const SOI_BYTES = 2;
const [SOS, EOI] = [0xda, 0xd9];
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** APP1 to APP15 but the colour transform of Adobe (APP14), and comments: EXIF with its place and time, XMP, previews. */
const tellsMore = (marker: number): boolean =>
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;

/** First byte after the compressed data that begins at `from`: the next marker that is neither stuffing nor a restart. */
function afterScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** Walks the segments of a JPEG: sound, whole, of a size that can be shown, and nothing behind its end. */
export function inspectJpeg(bytes: Buffer): Inspected {
  const kept = [bytes.subarray(0, SOI_BYTES)];
  let seen = false;
  let at = SOI_BYTES;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return no('file-broken');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      if (!seen) return no('file-broken');
      if (at + 2 !== bytes.length) return no('file-trailing-data');
      return { bytes: Buffer.concat([...kept, bytes.subarray(at, at + 2)]) };
    }
    if (at + 4 > bytes.length) return no('file-broken');
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return no('file-broken');
    if (isFrame(marker)) {
      if (end < at + 9) return no('file-broken');
      if (!isShowable(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)))
        return no('file-image-too-large');
      seen = true;
    }
    const stop = marker === SOS ? afterScan(bytes, end) : end;
    if (!tellsMore(marker)) kept.push(bytes.subarray(at, stop));
    at = stop;
  }
  return no('file-broken');
}
