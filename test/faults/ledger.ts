import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** A command of which somebody was told that it is recorded. */
export interface Acknowledged {
  readonly id: string;
  readonly journey: string;
  /** The journey's version after it. */
  readonly version: number;
}

/** Acknowledged commands, each flushed to the disk before it counts, so that the ledger outlives its own process too. */
export class Ledger {
  readonly #file: number;
  readonly #entries = new Map<string, Acknowledged>();

  constructor(readonly path: string) {
    this.#file = openSync(path, 'a', 0o600);
  }

  append(entry: Acknowledged): void {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#file);
    this.#entries.set(entry.id, entry);
  }

  get(id: string): Acknowledged | undefined {
    return this.#entries.get(id);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** What a ledger on disk holds; a last line that was cut off was never acknowledged. */
export function readLedger(path: string): Acknowledged[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Acknowledged);
}
