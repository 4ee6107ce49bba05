import { crc32, deflateSync } from 'node:zlib';

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** One chunk of a PNG with its length and check sum. */
export function pngChunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  return Buffer.concat([uint32(body.length), typed, uint32(crc32(typed))]);
}

interface Picture {
  readonly width?: number;
  readonly height?: number;
  /** What its header says, where that differs. */
  readonly says?: readonly [number, number];
  readonly extra?: readonly Buffer[];
}

/** A black picture, or one that says it were larger than its data. */
export function buildPng({ width = 2, height = 2, says, extra = [] }: Picture = {}): Buffer {
  const header = Buffer.concat([
    uint32(says?.[0] ?? width),
    uint32(says?.[1] ?? height),
    Buffer.from([8, 2, 0, 0, 0]),
  ]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', deflateSync(Buffer.alloc(height * (1 + 3 * width)))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One segment of a JPEG with its marker and length. */
export function jpegSegment(marker: number, body: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, body]);
}

/** The frame of a JPEG with invented picture data: its walk is that of a real one. */
export function buildJpeg({ width = 16, height = 16, extra = [] as readonly Buffer[] } = {}): Buffer {
  const size = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...extra,
    jpegSegment(0xc0, size),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
  ]);
}

const webpChunk = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(type, 'latin1'), length, body, Buffer.alloc(body.length % 2)]);
};

/** A lossless WebP of one colour, with EXIF when given. */
export function buildWebp({ width = 4, height = 4, exif = undefined as Buffer | undefined } = {}): Buffer {
  const bits = Buffer.alloc(5);
  bits[0] = 0x2f;
  bits.writeUInt32LE((width - 1) | ((height - 1) << 14), 1);
  const canvas = Buffer.alloc(10);
  canvas[0] = exif === undefined ? 0 : 0x08;
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    webpChunk('VP8X', canvas),
    webpChunk('VP8L', bits),
    ...(exif === undefined ? [] : [webpChunk('EXIF', exif)]),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), length, body]);
}
