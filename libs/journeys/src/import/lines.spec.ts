import { linesOf, MAX_LINE_BYTES } from './lines';

async function split(...chunks: readonly (string | Buffer)[]): Promise<(string | undefined)[]> {
  async function* source(): AsyncGenerator<string | Buffer> {
    yield* chunks;
  }
  const lines: (string | undefined)[] = [];
  for await (const { number, bytes } of linesOf(source())) {
    expect(number).toBe(lines.length + 1);
    lines.push(bytes?.toString('utf8'));
  }
  return lines;
}

describe('lines of a stream', () => {
  it('end with LF or CRLF, and the last one needs no end', async () => {
    expect(await split('a\nb\r\n\nc')).toEqual(['a', 'b', '', 'c']);
    expect(await split('a\n')).toEqual(['a']);
    expect(await split('')).toEqual([]);
  });

  it('are the same however the stream is cut, within a character and a line end too', async () => {
    const bytes = Buffer.from('Азамат\r\nÖ\n');
    const cuts = Array.from(bytes, (_, index) => [bytes.subarray(0, index), bytes.subarray(index)]);
    for (const cut of cuts) expect(await split(...cut)).toEqual(['Азамат', 'Ö']);
  });

  it('may hold 1 MiB, not a byte more; the next line is whole again', async () => {
    const full = 'x'.repeat(MAX_LINE_BYTES);
    expect(await split(`${full}\r\n`, `${full}y\n`, 'z')).toEqual([full, undefined, 'z']);
  });

  it('keep nothing of a line that is too long: one of 5 GB is more than a buffer could hold', async () => {
    const piece = Buffer.alloc(1_000_000, 'x');
    const endless = Array.from({ length: 5_000 }, () => piece);
    expect(await split(...endless, '\nend')).toEqual([undefined, 'end']);
  });
});
