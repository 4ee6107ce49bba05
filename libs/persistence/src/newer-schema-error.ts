/** The database was brought further by a newer release than this one. The message says what helps. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
  readonly code = 'schema-newer';

  /** @param unknown names of migrations that this release does not have */
  constructor(unknown: readonly string[]) {
    super(
      `A newer release has changed this database (${unknown.join(', ')}), and this one could read it wrongly. Start that release again, or restore the backup from before the upgrade.`,
    );
  }
}
