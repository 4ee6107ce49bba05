import type { Json } from '@lotse/domain';

/** Seals personal values with one key per person; a destroyed key erases them. Implemented by libs/platform. */
export interface KeyringPort {
  /** A new key for one person, wrapped by the master key. */
  newPersonKey(person: string): { readonly wrapped: Buffer };
  /** @param place where the value is stored (table and row); it opens only with the same place. */
  seal(wrapped: Buffer, person: string, place: string, value: Json): Buffer;
  open(wrapped: Buffer, person: string, place: string, sealed: Buffer): Json;
  /** Keyed digest of canonical JSON: tells equal bodies, gives no clue to what stands in them. */
  hash(canonicalJson: string): string;
}
