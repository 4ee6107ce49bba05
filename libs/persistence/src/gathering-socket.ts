import { Socket } from 'node:net';

type Done = (error?: Error | null) => void;

/**
 * Sends what is written in one go as one packet: a transaction's beginning with its first statement, its last statement with the
 * commit. Each packet costs a system call here and wakes the server's process there, which for small statements is dearer than they.
 */
export class GatheringSocket extends Socket {
  #gathering = false;

  constructor() {
    super();
    // `connect` puts the method of `Socket` in the way of this one.
    this.once('connect', () => Reflect.deleteProperty(this, 'write'));
  }

  override write(chunk: Uint8Array | string, encoding?: BufferEncoding | Done, done?: Done): boolean {
    if (!this.#gathering) {
      this.#gathering = true;
      this.cork();
      process.nextTick(() => {
        this.#gathering = false;
        this.uncork();
      });
    }
    return typeof encoding === 'string'
      ? super.write(chunk, encoding, done)
      : super.write(chunk, encoding ?? done);
  }
}
