/** Seals bytes and names with the key of a person, or of a file that tells of nobody. Implemented by libs/platform. */
export interface FileKeyring {
  newPersonKey(owner: string): { readonly wrapped: Buffer };
  seal(wrapped: Buffer, owner: string, place: string, value: string): Buffer;
  open(wrapped: Buffer, owner: string, place: string, sealed: Buffer): unknown;
  sealBytes(wrapped: Buffer, owner: string, place: string, bytes: Buffer): Buffer;
  openBytes(wrapped: Buffer, owner: string, place: string, sealed: Buffer): Buffer;
}
