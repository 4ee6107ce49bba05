import { crc32 } from 'node:zlib';
import { isShowable } from './image-size';
import { no, type Inspected } from './inspected';

const SIGNATURE_BYTES = 8;
const FRAME_BYTES = 12;
/** What a picture needs to be shown; text, EXIF, time and unknown chunks say more than the picture and are left out. */
const KEPT = /^(IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|pHYs|sBIT|bKGD|iCCP)$/;

/** Walks the chunks of a PNG: sound, whole, of a size that can be shown, and nothing behind its end. */
export function inspectPng(bytes: Buffer): Inspected {
  const kept = [bytes.subarray(0, SIGNATURE_BYTES)];
  let at = SIGNATURE_BYTES;
  for (let first = true; ; first = false) {
    if (at + FRAME_BYTES > bytes.length) return no('file-broken');
    const length = bytes.readUInt32BE(at);
    const end = at + FRAME_BYTES + length;
    if (end > bytes.length) return no('file-broken');
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return no('file-broken');
    if (first) {
      if (type !== 'IHDR' || length !== 13) return no('file-broken');
      if (!isShowable(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)))
        return no('file-image-too-large');
    }
    if (KEPT.test(type)) kept.push(bytes.subarray(at, end));
    at = end;
    if (type === 'IEND') break;
  }
  return at === bytes.length ? { bytes: Buffer.concat(kept) } : no('file-trailing-data');
}
