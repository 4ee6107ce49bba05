/** A name for one action over many journeys, where none was given: the action and the instant. */
export const newBatch = (action: string): string =>
  `${action}-${new Date().toISOString().replaceAll(/[-:.]/g, '')}`;

/** Tells on standard error by which name the whole can be taken back. */
export const tellBatch = (batch: string): void =>
  void process.stderr.write(`Take it back with: lotse undo ${batch} --reason <why>\n`);
