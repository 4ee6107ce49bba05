/** Longest line taken, without its end (domain.md, import format). */
export const MAX_LINE_BYTES = 1_048_576;

/** One line of a stream, without its end. `bytes` is absent for a line that was too long to keep. */
export interface RawLine {
  /** Counted from 1, blank lines included. */
  readonly number: number;
  readonly bytes?: Buffer;
}

const NEW_LINE = 0x0a;
const RETURN = 0x0d;

/** Gathers the pieces of one line and lets go of them when they become too many. */
class LineBuffer {
  private pieces: Buffer[] = [];
  private length = 0;

  add(piece: Buffer): void {
    this.length += piece.length;
    // One byte more than the limit is kept, since the last may be the \r of a line end.
    if (this.length > MAX_LINE_BYTES + 1) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece);
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  take(number: number): RawLine {
    const whole = Buffer.concat(this.pieces);
    const bytes = whole.at(-1) === RETURN ? whole.subarray(0, -1) : whole;
    const kept = this.length <= MAX_LINE_BYTES + 1 && bytes.length <= MAX_LINE_BYTES;
    this.pieces = [];
    this.length = 0;
    return kept ? { number, bytes } : { number };
  }
}

const asBuffer = (chunk: Uint8Array | string): Buffer =>
  typeof chunk === 'string'
    ? Buffer.from(chunk)
    : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);

/** Splits a stream into lines, whatever its chunks; ends are LF or CRLF, and the last line needs none. Keeps one line in memory. */
export async function* linesOf(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<RawLine> {
  const line = new LineBuffer();
  let number = 1;
  for await (const chunk of source) {
    const bytes = asBuffer(chunk);
    let start = 0;
    for (let end = bytes.indexOf(NEW_LINE); end !== -1; end = bytes.indexOf(NEW_LINE, start)) {
      line.add(bytes.subarray(start, end));
      yield line.take(number);
      number += 1;
      start = end + 1;
    }
    line.add(bytes.subarray(start));
  }
  if (!line.isEmpty) yield line.take(number);
}
