import { parseMasterKey } from './master-key';
import { mustOpen } from './must-open';

const text = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const [present, former, foreign] = [1, 2, 3].map((byte) => parseMasterKey(text(byte)).id);
const masterKey = parseMasterKey(`${text(1)}\n${text(2)}`);
const uses = (...ids: readonly (string | undefined)[]) => ids.map((id) => ({ masterKey: id ?? '', keys: 7 }));

it.each([
  { of: 'nothing is stored yet', found: [] },
  { of: 'stored keys lie under it', found: uses(present) },
  { of: 'stored keys lie under one before it', found: uses(former) },
  { of: 'another one is missing beside it', found: uses(present, foreign) },
])('a master key will do where $of', ({ found }) => {
  expect(() => mustOpen(masterKey, found)).not.toThrow();
});

it('a master key that opens nothing will not do, and is told with those that would', () => {
  expect(() => mustOpen(masterKey, uses(foreign))).toThrow(
    expect.objectContaining({ code: 'key-wrong', message: expect.stringContaining(`${foreign} (7)`) }),
  );
});
