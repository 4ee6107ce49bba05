import { refusedFor, type Refused } from '../answer';
import type { AcceptedCommand } from '../ports/journey-store.port';

export interface Repeated {
  readonly result: 'repeated';
  readonly version: number;
}

/** The answer to an id that was accepted before. */
export const known = (id: string, command: AcceptedCommand, bodyHash: string): Refused | Repeated =>
  command.bodyHash === bodyHash
    ? { result: 'repeated', version: command.version }
    : refusedFor(
        'id-clash',
        'id',
        [],
        `Command id ${id} was accepted with another body: give a new command a new id.`,
      );
