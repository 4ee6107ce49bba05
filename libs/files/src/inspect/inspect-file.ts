import type { FileRefusal } from '../file-refusal';
import { refused } from '../file-refusal';
import { containerOf, type Container, type FileType } from '../file-type';
import { LIMITS } from '../limits';
import type { Inspected } from './inspected';
import { inspectJpeg } from './jpeg';
import { inspectOffice } from './office';
import { inspectPdf } from './pdf';
import { inspectPng } from './png';
import { inspectWebp } from './webp';

export interface SoundFile {
  readonly type: FileType;
  /** Without EXIF, XMP and comments where the type has them. */
  readonly bytes: Buffer;
}

const INSPECTIONS: Readonly<Record<Exclude<Container, 'zip'>, (bytes: Buffer) => Inspected>> = {
  'application/pdf': inspectPdf,
  'image/jpeg': inspectJpeg,
  'image/png': inspectPng,
  'image/webp': inspectWebp,
};

async function inspected(bytes: Buffer, container: Container): Promise<Inspected & { type?: FileType }> {
  if (container !== 'zip') return { ...INSPECTIONS[container](bytes), type: container };
  const office = await inspectOffice(bytes);
  return 'refused' in office ? office : { bytes, type: office.type };
}

/**
 * Judges a file by its content alone (ASVS 5.0 V5.2): size, type, soundness, no active or external content.
 * @param stated the type that the sender gave; it must be that of the content
 */
export async function inspectFile(bytes: Buffer, stated: string): Promise<SoundFile | FileRefusal> {
  if (bytes.length === 0) return refused('file-empty');
  if (bytes.length > LIMITS.bytes) return refused('file-too-large');
  const container = containerOf(bytes);
  if (container === undefined) return refused('file-type-unknown');
  const judged = await inspected(bytes, container);
  if ('refused' in judged) return refused(judged.refused);
  const { type, bytes: kept } = judged;
  if (type === undefined || type !== stated) return refused('file-type-differs');
  return { type, bytes: kept };
}
