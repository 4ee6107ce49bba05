export type KeyErrorCode =
  'key-missing' | 'key-malformed' | 'key-exists' | 'key-unreadable' | 'key-wrong' | 'sealed-malformed';

/** A key is absent, unfit or not the one the data was sealed with. The message never holds key material or clear text. */
export class KeyError extends Error {
  override readonly name = 'KeyError';

  constructor(
    readonly code: KeyErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
