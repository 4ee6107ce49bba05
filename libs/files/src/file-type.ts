/** The kinds of file that are taken, with the one extension each is given. Everything else is refused. */
export const FILE_TYPES = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const;
export type FileType = keyof typeof FILE_TYPES;

export const isFileType = (type: string): type is FileType => Object.hasOwn(FILE_TYPES, type);

/** Office files are ZIP archives; which of the two shows in their parts. */
export type Container = Exclude<FileType, `${string}openxmlformats${string}`> | 'zip';

const starts = (bytes: Buffer, ...head: readonly number[]): boolean =>
  bytes.length >= head.length && head.every((value, index) => bytes[index] === value);
const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);

/** What the first bytes say, whatever name and type were claimed; undefined for anything that is not taken. */
export function containerOf(bytes: Buffer): Container | undefined {
  if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  return undefined;
}
