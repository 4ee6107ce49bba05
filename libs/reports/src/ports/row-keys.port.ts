import type { JsonObject } from '@lotse/domain';

/** Seals what a row holds under a key of its own, which goes with the row; the keyring of the installation is one. */
export interface RowKeys {
  newPersonKey(owner: string): { readonly wrapped: Buffer };
  seal(wrapped: Buffer, owner: string, place: string, value: JsonObject): Buffer;
  open(wrapped: Buffer, owner: string, place: string, sealed: Buffer): unknown;
}
