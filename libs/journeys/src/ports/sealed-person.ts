/** The newest record of a person as it lies in the database. */
export interface SealedPerson {
  readonly id: string;
  readonly version: number;
  readonly secret: Buffer;
  /** Absent when the key was destroyed. */
  readonly wrappedKey?: Buffer;
}
