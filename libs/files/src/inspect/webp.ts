import { isShowable } from './image-size';
import { no, type Inspected } from './inspected';

const HEAD_BYTES = 12;
const CHUNK_HEAD = 8;
/** Flags of VP8X that announce what is left out. */
const EXIF_AND_XMP = 0x08 | 0x04;

const sizes: Readonly<Record<string, (body: Buffer) => readonly [number, number] | undefined>> = {
  'VP8 ': (body) =>
    body.length < 10 ? undefined : [body.readUInt16LE(6) & 0x3fff, body.readUInt16LE(8) & 0x3fff],
  VP8L: (body) => {
    if (body.length < 5 || body[0] !== 0x2f) return undefined;
    const bits = body.readUInt32LE(1);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  },
  VP8X: (body) => (body.length < 10 ? undefined : [body.readUIntLE(4, 3) + 1, body.readUIntLE(7, 3) + 1]),
};

function plain(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy[CHUNK_HEAD] = (copy[CHUNK_HEAD] ?? 0) & ~EXIF_AND_XMP;
  return copy;
}

/** Walks the chunks of a WebP: whole, of a size that can be shown, and nothing behind its end. EXIF and XMP are left out. */
export function inspectWebp(bytes: Buffer): Inspected {
  if (bytes.length < HEAD_BYTES + CHUNK_HEAD) return no('file-broken');
  const stated = bytes.readUInt32LE(4) + CHUNK_HEAD;
  if (stated > bytes.length) return no('file-broken');
  if (stated < bytes.length) return no('file-trailing-data');
  const kept: Buffer[] = [];
  let sized = false;
  let at = HEAD_BYTES;
  while (at < bytes.length) {
    if (at + CHUNK_HEAD > bytes.length) return no('file-broken');
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + CHUNK_HEAD + length + (length % 2);
    if (end > bytes.length) return no('file-broken');
    const chunk = bytes.subarray(at, end);
    const measure = sizes[type];
    if (measure !== undefined) {
      const size = measure(chunk.subarray(CHUNK_HEAD));
      if (size === undefined) return no('file-broken');
      if (!isShowable(...size)) return no('file-image-too-large');
      sized = true;
    }
    if (!['EXIF', 'XMP '].includes(type)) kept.push(type === 'VP8X' ? plain(chunk) : chunk);
    at = end;
  }
  if (!sized) return no('file-broken');
  const body = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES));
  head.writeUInt32LE(body.length + 4, 4);
  return { bytes: Buffer.concat([head, body]) };
}
