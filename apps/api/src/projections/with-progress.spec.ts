import { withProgress } from './with-progress';

/** Looks at as many as asked for and yields every third. */
async function* looks(total: number, onProgress: (looked: number) => void): AsyncGenerator<object, object> {
  for (let looked = 1; looked <= total; looked += 1) {
    await new Promise(setImmediate);
    onProgress(looked);
    if (looked % 3 === 0) yield { found: looked };
  }
  return { total };
}

describe('a long run', () => {
  it('tells its rows, how far it has come, and at last its report', async () => {
    const lines: object[] = [];
    for await (const row of withProgress((onProgress) => looks(7, onProgress), 2)) lines.push(row);
    expect(lines.filter((row) => 'found' in row)).toEqual([{ found: 3 }, { found: 6 }]);
    expect(lines).toContainEqual({ looked: 2 });
    expect(lines.at(-1)).toEqual({ total: 7 });
  });

  it('ends when nobody reads it any more', async () => {
    let seen = 0;
    const rows = withProgress(
      (onProgress) =>
        looks(1_000_000, (looked) => {
          seen = looked;
          onProgress(looked);
        }),
      2,
    );
    await rows.next();
    await rows.return(undefined);
    const left = seen;
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    expect(seen - left).toBeLessThan(3);
  });
});
