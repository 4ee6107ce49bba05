import { readLine } from './read-line';

const read = (bytes: Buffer | string, number = 1): ReturnType<typeof readLine> =>
  readLine({ number, bytes: Buffer.from(bytes) });
const codeOf = (answer: ReturnType<typeof readLine>): string | undefined =>
  answer !== undefined && 'refused' in answer ? answer.refused.refusal.code : undefined;

describe('a line of an import', () => {
  it('is a JSON object; blank ones are nothing, and a byte order mark may stand before the first', () => {
    expect(read('{"id":"a"}')).toEqual({ object: { id: 'a' } });
    expect(read(' \t')).toBeUndefined();
    expect(read('\uFEFF{"id":"a"}')).toEqual({ object: { id: 'a' } });
    expect(codeOf(read('\uFEFF{"id":"a"}', 2))).toBe('line-unreadable');
  });

  it.each([
    ['half an object', '{"id":"a"'],
    ['two objects', '{} {}'],
    ['a list', '[]'],
    ['a null', 'null'],
    ['a byte that is no UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['a member twice', '{"id":"a","id":"b"}'],
    ['a member twice, once escaped', '{"id":"a","\\u0069d":"b"}'],
    ['a member twice in a list within', '{"days":[{"a":1},{"b":{"c":1,"c":2}}]}'],
  ])('is refused as %s', (_what, bytes) => {
    expect(codeOf(read(bytes))).toBe('line-unreadable');
  });

  it('may use one name in several objects, and braces and colons in text', () => {
    const object = { a: { id: 1 }, b: [{ id: 1 }, { id: '{"id":1,"id":2}' }], 'id:': 'id' };
    expect(read(JSON.stringify(object))).toEqual({ object });
  });

  it('is refused as too long when it was not kept', () => {
    expect(codeOf(readLine({ number: 7 }))).toBe('line-too-long');
  });
});
