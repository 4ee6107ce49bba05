import type { FileRefusalCode } from '../file-refusal';

/** The bytes to keep, without what tells more than the picture or page does; or why none are. */
export type Inspected = { readonly bytes: Buffer } | { readonly refused: FileRefusalCode };

export const no = (refused: FileRefusalCode): Inspected => ({ refused });
